import { createHash } from 'node:crypto';
import type { Random } from '../clock.js';
import { NAME_ID_FORMAT } from '../saml/names.js';
import type { NamePlan } from '../saml/response-plan.js';
import type { Application } from './application.js';
import { NAME_ID_FORMATS } from './claim-rule.js';
import { sourceValue } from './claim-source.js';
import { newGuid } from './guid.js';
import type { Tenant } from './tenant.js';
import type { EntraUser } from './user.js';

interface NameIdFacts {
  readonly tenant: Tenant;
  readonly application: Application;
  readonly user: EntraUser;
  readonly random: Random;
  /** NameIDPolicy of the request. */
  readonly requested?: { readonly format?: string; readonly spNameQualifier?: string };
}

/**
 * The NameID: a format in the request goes first, then the one of the claim, then that of its source (single sign-on documentation).
 * `undefined` when the user does not have the source attribute, which Entra refuses with AADSTS501241.
 */
export function nameIdFor(facts: NameIdFacts): NamePlan | undefined {
  const { requested } = facts;
  const plain = plainNameId(facts);
  if (!plain || requested?.spNameQualifier === undefined) return plain;
  return { ...plain, spNameQualifier: requested.spNameQualifier };
}

function plainNameId({ tenant, application, user, random, requested }: NameIdFacts): NamePlan | undefined {
  const { source, format, transformation } = application.nameId;
  if (requested?.format === NAME_ID_FORMAT.transient) {
    return { value: newGuid(random), format: NAME_ID_FORMAT.transient };
  }
  const pairwise = { value: pairwiseId(tenant, application, user), format: NAME_ID_FORMAT.persistent };
  if (requested?.format === NAME_ID_FORMAT.persistent) return pairwise;
  if (sourceValue(user, source) === undefined) return undefined;
  const value = sourceValue(user, source, transformation);
  // A transformation that yields nothing falls back to the pairwise identifier (claims customization documentation).
  if (value === undefined) return pairwise;
  if (requested?.format === NAME_ID_FORMAT.emailAddress) return { value, format: NAME_ID_FORMAT.emailAddress };
  // That `unspecified` means the configured claim is practice, not documentation.
  return { value, format: NAME_ID_FORMATS[format] ?? defaultFormat(value) };
}

function defaultFormat(value: string): string {
  return value.includes('@') ? NAME_ID_FORMAT.emailAddress : NAME_ID_FORMAT.unspecified;
}

/** Opaque, and the same for this user and application: 43 characters of base64url, as captured in 2017 and 2018. */
export function pairwiseId(tenant: Tenant, { applicationId }: Application, { id }: EntraUser): string {
  return createHash('sha256').update(`${tenant.id} ${applicationId} ${id}`).digest('base64url');
}
