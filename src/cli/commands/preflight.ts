import { show } from '../../diagnosis/show.js';
import { HarnessError } from '../../errors.js';
import { importMessages } from '../../import/import-messages.js';
import { readCertificates } from '../../saml/certificates.js';
import { readMetadata } from '../../saml/read-metadata.js';
import { type CliIo, wantsColor } from '../cli-io.js';
import { EXIT } from '../exit-codes.js';
import { certificateItems } from '../preflight/certificate-items.js';
import { clockItems } from '../preflight/clock-items.js';
import type { PreflightItem } from '../preflight/item.js';
import { metadataItems } from '../preflight/metadata-items.js';
import { requestItems } from '../preflight/request-items.js';
import { type EnteredNames, serviceProviderItems } from '../preflight/service-provider-items.js';
import { readBytes, readInput } from '../read-input.js';
import { readIdpCertificates, readInstant, readMetadataText, variable } from '../read-settings.js';

export interface PreflightFlags {
  readonly idpMetadata?: string;
  readonly idpCert?: readonly string[];
  readonly entityId?: string;
  readonly acs?: string;
  readonly request?: string;
  readonly at?: string;
  readonly json?: boolean;
}

export async function preflight(flags: PreflightFlags, io: CliIo): Promise<number> {
  const source = flags.idpMetadata ?? variable(io, 'IDP_METADATA');
  if (
    source === undefined &&
    flags.idpCert === undefined &&
    flags.request === undefined &&
    flags.entityId === undefined
  ) {
    throw new HarnessError(
      'ARGUMENT_MISSING',
      'There is nothing to look over.',
      'Give at least --idp-metadata; with --entity-id and --acs the names are looked over as well.',
    );
  }
  const items = await lookOver(source, flags, io);
  const isFine = items.every(({ status }) => status !== 'problem');
  if (flags.json) io.stdout.write(`${JSON.stringify({ healthy: isFine, items }, null, 2)}\n`);
  else io.stdout.write(asText(items, wantsColor(io, io.stdout)));
  return isFine ? EXIT.healthy : EXIT.findings;
}

async function lookOver(source: string | undefined, flags: PreflightFlags, io: CliIo): Promise<PreflightItem[]> {
  const given = readInstant(flags.at, io);
  const at = given === undefined || given === 'issued' ? io.clock.now() : given;
  const metadata = source === undefined ? undefined : readMetadata(await readMetadataText(source, io), { at });
  const entered = (await readIdpCertificates(flags.idpCert ?? [], io)).flatMap((pem) => readCertificates(pem));
  const names = namesOf(flags, metadata?.identityProvider?.entityId, io);
  return [
    ...(metadata && source !== undefined ? metadataItems(metadata, source) : []),
    ...certificateItems(metadata?.identityProvider?.signingCertificates ?? [], entered, at),
    ...serviceProviderItems(names),
    ...(flags.request === undefined ? [] : requestItems(await requestXml(flags.request, io), names)),
    ...(source === undefined ? [] : await clockItems(source, () => io.clock.now())),
  ];
}

function namesOf(flags: PreflightFlags, idpEntityId: string | undefined, io: CliIo): EnteredNames {
  const entityId = flags.entityId ?? variable(io, 'ENTITY_ID');
  const acs = flags.acs ?? variable(io, 'ACS_URL');
  return {
    ...(entityId !== undefined && { entityId }),
    ...(acs !== undefined && { assertionConsumerServiceUrl: acs }),
    ...(idpEntityId !== undefined && { idpEntityId }),
  };
}

async function requestXml(file: string, io: CliIo): Promise<string> {
  const { bytes, name } = await readInput(file, io);
  const messages = importMessages(bytes, name);
  const request = messages.find(({ kind }) => kind === 'request') ?? messages[0];
  return request?.xml ?? Buffer.from(await readBytes(file, io)).toString('utf8');
}

const PAINT = { ok: 32, warning: 33, problem: 31, unknown: 2 } as const;

function asText(items: readonly PreflightItem[], color: boolean): string {
  const lines = items.flatMap(({ status, summary, remedy }) => {
    const label = status.padEnd(8);
    const painted = color ? `\u001b[${PAINT[status]}m${label}\u001b[0m` : label;
    return [`${painted} ${show(summary, 1000)}`, ...(remedy === undefined ? [] : [`         ${remedy}`])];
  });
  return `${lines.join('\n')}\n`;
}
