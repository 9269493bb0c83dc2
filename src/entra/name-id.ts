import { createHash } from 'node:crypto';
import { NAME_ID_FORMAT } from '../saml/names.js';
import type { NamePlan } from '../saml/response-plan.js';
import { type Obstacle, obstacle } from './aadsts.js';
import { type Application, PORTAL_NAME_ID_FORMATS } from './application.js';
import { readSource } from './claim-source.js';
import type { TenantUser } from './tenant.js';

/** Formats a request may ask for; any other is refused. */
export const REQUESTABLE_FORMATS: readonly string[] = [
  NAME_ID_FORMAT.persistent,
  NAME_ID_FORMAT.emailAddress,
  NAME_ID_FORMAT.unspecified,
  NAME_ID_FORMAT.transient,
];

/** Asked for this one, Entra sends what the claim is configured to send. */
const LEAVES_THE_CHOICE: string = NAME_ID_FORMAT.unspecified;

/**
 * The NameID: the format asked for by the request, else that of the claim, else the default of the source.
 *
 * @returns An obstacle (AADSTS501241) when the user has no value for a mandatory source.
 */
export function planNameId(
  application: Application,
  user: TenantUser,
  requestedFormat: string | undefined,
  random: () => string,
): { nameId: NamePlan; obstacle?: never } | { obstacle: Obstacle; nameId?: never } {
  const configured = PORTAL_NAME_ID_FORMATS[application.nameId.format];
  const isAsked = requestedFormat !== undefined && requestedFormat !== LEAVES_THE_CHOICE;
  const format = isAsked ? requestedFormat : configured;
  if (format === NAME_ID_FORMAT.transient) return { nameId: { value: `_${random()}`, format } };
  if (format === NAME_ID_FORMAT.persistent) return { nameId: { value: pairwiseId(application, user), format } };
  const value = readSource(application.nameId.source, user);
  if (value === undefined) return { obstacle: missing(application.nameId.source) };
  return { nameId: { value, format } };
}

/** Opaque, different for each application: 32 bytes in base64url, 43 characters. */
function pairwiseId({ appId }: Application, { id }: TenantUser): string {
  return createHash('sha256').update(`${appId}\n${id}`).digest('base64url');
}

function missing(source: string): Obstacle {
  return obstacle(501241, { parameter: source, transformation: 'NameID' });
}
