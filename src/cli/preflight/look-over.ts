import { DEFAULT_PORTS } from '../../config/default-ports.js';
import { importMessages } from '../../import/import-messages.js';
import { readCertificates } from '../../saml/certificates.js';
import { type ReadMetadata, readMetadata } from '../../saml/read-metadata.js';
import { accountWarnings } from '../../sp/account.js';
import type { CliIo } from '../cli-io.js';
import type { PREFLIGHT_REPORTERS } from '../definitions/preflight.js';
import { readBytes, readInput } from '../read-input.js';
import { readIdpCertificates, readInstant, readMetadataText } from '../read-settings.js';
import { certificateItems } from './certificate-items.js';
import { clockItems } from './clock-items.js';
import { contextItems } from './context-items.js';
import { oddCharacterItems } from './entered-fields.js';
import type { PreflightItem } from './item.js';
import { metadataItems } from './metadata-items.js';
import { expectedItems, patternItems } from './pattern-items.js';
import { ACCOUNT_CODE } from './places.js';
import { portItems } from './port-items.js';
import { type Place, reachItems } from './reach-items.js';
import { requestItems } from './request-items.js';
import { type EnteredNames, serviceProviderItems } from './service-provider-items.js';
import { signOnItems } from './sign-on-items.js';

export interface PreflightFlags {
  readonly idpMetadata?: string;
  readonly idpCert?: readonly string[];
  readonly entityId?: string;
  readonly acs?: string;
  readonly accountCode?: string;
  readonly region?: string;
  /** `''`: the field is empty. */
  readonly signOnUrl?: string;
  readonly passwordProtectedContext?: boolean;
  readonly integratedContext?: boolean;
  readonly request?: string;
  readonly at?: string;
  /** Default: only when the metadata comes from the network as well. */
  readonly reach?: boolean;
  readonly port?: number;
  readonly entraPort?: number;
  /** Of a verbatim rehearsal. */
  readonly tlsPort?: number;
  readonly json?: boolean;
  readonly reporter: (typeof PREFLIGHT_REPORTERS)[number];
  readonly output?: string;
}

/** Everything that can be known before the first login. */
export async function lookOver(
  source: string | undefined,
  flags: PreflightFlags,
  io: CliIo,
): Promise<readonly PreflightItem[]> {
  const given = readInstant(flags.at, io);
  const at = given === undefined || given === 'issued' ? io.clock.now() : given;
  const metadata = source === undefined ? undefined : readMetadata(await readMetadataText(source, io), { at });
  const entered = (await readIdpCertificates(flags.idpCert ?? [], io)).flatMap((pem) => readCertificates(pem));
  const names = namesOf(flags, metadata?.identityProvider?.entityId);
  const isOnline = /^https?:/i.test(source ?? '');
  return [
    ...(metadata && source !== undefined ? metadataItems(metadata, source) : []),
    ...certificateItems(metadata?.identityProvider?.signingCertificates ?? [], entered, at),
    ...nameItems(names, flags),
    ...contextItems(flags),
    ...(flags.request === undefined ? [] : requestItems(await requestXml(flags.request, io), names)),
    ...(source === undefined ? [] : await clockItems(source, () => io.clock.now())),
    ...((flags.reach ?? isOnline) ? await reachItems(placesOf(source, metadata, names, flags)) : []),
    ...(await portItems(portsOf(flags))),
  ];
}

function nameItems(names: EnteredNames, flags: PreflightFlags): PreflightItem[] {
  const { entityId, assertionConsumerServiceUrl: acs } = names;
  const account = accountGiven(flags);
  const ofNames = serviceProviderItems(names);
  return [
    ...ofNames,
    ...patternItems(entityId, acs),
    ...(account ? accountItems(account, ofNames) : []),
    ...(account ? expectedItems(account, namesGiven(flags)) : []),
    ...oddCharacterItems([
      ['Identifier', entityId],
      ['Reply URL', acs],
      ['Sign-on URL', flags.signOnUrl],
    ]),
    ...signOnItems(flags.signOnUrl, acs),
  ];
}

/** What is odd about code and region, unless the Identifier has shown the same already. */
function accountItems(
  { accountCode, region }: { accountCode: string; region: string },
  said: readonly PreflightItem[],
): PreflightItem[] {
  return accountWarnings(accountCode, region)
    .filter((summary) => !said.some((item) => item.summary === summary))
    .map((summary) => ({ id: 'account-code', status: 'warning', summary, remedy: ACCOUNT_CODE }));
}

/** Account code and region, where a code was given. */
export function accountGiven({ accountCode, region = 'eu' }: PreflightFlags) {
  return accountCode === undefined ? undefined : { accountCode, region };
}

export function namesGiven({ entityId, acs }: PreflightFlags): { entityId?: string; acs?: string } {
  return { ...(entityId !== undefined && { entityId }), ...(acs !== undefined && { acs }) };
}

function namesOf({ entityId, acs }: PreflightFlags, idpEntityId: string | undefined): EnteredNames {
  return {
    ...(entityId !== undefined && { entityId }),
    ...(acs !== undefined && { assertionConsumerServiceUrl: acs }),
    ...(idpEntityId !== undefined && { idpEntityId }),
  };
}

function placesOf(
  source: string | undefined,
  metadata: ReadMetadata | undefined,
  { assertionConsumerServiceUrl: acs }: EnteredNames,
  { signOnUrl }: PreflightFlags,
): Place[] {
  const { singleSignOn = [], singleLogout = [] } = metadata?.identityProvider ?? {};
  const places = [
    { name: 'Metadata URL', url: source },
    { name: 'Login URL', url: singleSignOn[0]?.location },
    { name: 'Logout URL', url: singleLogout[0]?.location },
    { name: 'Reply URL', url: acs },
    { name: 'Sign-on URL', url: signOnUrl },
  ];
  return places.filter((place): place is Place => /^https?:/i.test(place.url ?? '') && URL.canParse(place.url ?? ''));
}

/** Those a harness would listen on, by the flag that changes each. */
function portsOf({ port = DEFAULT_PORTS.port, entraPort = DEFAULT_PORTS.entraPort, tlsPort }: PreflightFlags) {
  return [
    ['--port', port],
    ['--entra-port', entraPort],
    ...(tlsPort === undefined ? [] : [['--tls-port', tlsPort] as const]),
  ] as const;
}

async function requestXml(file: string, io: CliIo): Promise<string> {
  const { bytes, name } = await readInput(file, io);
  const messages = importMessages(bytes, name);
  const request = messages.find(({ kind }) => kind === 'request') ?? messages[0];
  return request?.xml ?? Buffer.from(await readBytes(file, io)).toString('utf8');
}
