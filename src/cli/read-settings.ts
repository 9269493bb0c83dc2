/** Files and flags → what a message is judged against. */

import { createPrivateKey } from 'node:crypto';
import { resolve } from 'node:path';
import type { NamedContract } from '../contract/contract.js';
import { HarnessError } from '../errors.js';
import { bytesToText } from '../import/bytes-to-text.js';
import type { DiagnoseOptions } from '../logins/diagnose-message.js';
import { readCertificates } from '../saml/certificates.js';
import type { CliIo } from './cli-io.js';
import { type JudgingFlags, secondsOf } from './definitions/judging-flags.js';
import { readBytes } from './read-input.js';

export interface JudgingSettings {
  readonly serviceProvider: NonNullable<DiagnoseOptions['serviceProvider']>;
  readonly identityProvider: NonNullable<DiagnoseOptions['identityProvider']>;
  /** Undefined: where the input knows when it arrived, then; else now. */
  readonly at?: Date | 'issued';
  readonly clockSkewMs?: number;
  readonly requestId?: string;
  readonly secondOpinion: boolean;
  readonly contract?: NamedContract;
}

/** @throws HarnessError `CONFIG_INVALID`, `INSTANT_INVALID`, `KEY_UNREADABLE`, `CERTIFICATE_UNREADABLE`, `PRIVATE_KEY_GIVEN`, `FILE_…`, `METADATA_…`, `CONTRACT_…` */
export async function readSettings(flags: JudgingFlags, io: CliIo): Promise<JudgingSettings> {
  const entityId = flags.entityId ?? variable(io, 'ENTITY_ID');
  const acs = flags.acs ?? variable(io, 'ACS_URL');
  const keys = await Promise.all((flags.spKey ?? []).map((file) => readKey(file, io)));
  const at = readInstant(flags.at, io);
  const skew = flags.clockSkew ?? skewOfEnvironment(io);
  return {
    serviceProvider: {
      ...(flags.profile && { profile: flags.profile }),
      ...(entityId !== undefined && { entityId }),
      ...(acs !== undefined && { assertionConsumerServiceUrl: acs }),
      ...(keys.length > 0 && { decryptionKey: keys }),
    },
    identityProvider: await readIdentityProvider(flags, io),
    ...(at && { at }),
    ...(skew !== undefined && { clockSkewMs: skew * 1000 }),
    ...(flags.requestId !== undefined && { requestId: flags.requestId }),
    secondOpinion: flags.secondOpinion,
    ...(flags.contract !== undefined && { contract: await readContractFile(flags.contract, io) }),
  };
}

function skewOfEnvironment(io: CliIo): number | undefined {
  const text = variable(io, 'CLOCK_SKEW');
  if (text === undefined) return undefined;
  const seconds = secondsOf(text);
  if (seconds !== undefined) return seconds;
  throw new HarnessError(
    'CONFIG_INVALID',
    `SAML_REHEARSAL_CLOCK_SKEW is "${text.slice(0, 64)}".`,
    'Give seconds, 0 to 86400.',
  );
}

async function readContractFile(file: string, io: CliIo): Promise<NamedContract> {
  const { givenContract } = await import('../harness/given-contract.js');
  return givenContract(resolve(io.cwd, file), file);
}

async function readIdentityProvider(flags: JudgingFlags, io: CliIo): Promise<JudgingSettings['identityProvider']> {
  const source = flags.idpMetadata ?? (flags.idpCert ? undefined : variable(io, 'IDP_METADATA'));
  if (source !== undefined) return { metadata: await readMetadataText(source, io) };
  const certificates = await readIdpCertificates(flags.idpCert ?? [], io);
  return {
    ...(flags.idpEntityId !== undefined && { entityId: flags.idpEntityId }),
    ...(certificates.length > 0 && { signingCertificates: certificates }),
  };
}

/** Certificates out of files in any form, as PEM. */
export async function readIdpCertificates(files: readonly string[], io: CliIo): Promise<string[]> {
  const certificates = await Promise.all(files.map((file) => readCertificateFile(file, io)));
  return certificates.flat();
}

async function readCertificateFile(file: string, io: CliIo): Promise<string[]> {
  const bytes = await readBytes(file, io);
  try {
    return readCertificates(bytes).map(({ pem }) => pem);
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    throw new HarnessError(error.code, `${file}: ${error.message}`, error.remedy, { cause: error });
  }
}

export async function readMetadataText(source: string, io: CliIo): Promise<string> {
  if (/^https?:\/\//i.test(source)) return (await import('../harness/fetch-metadata.js')).fetchMetadata(source);
  return bytesToText(await readBytes(source, io)).text;
}

export async function readKey(file: string, io: CliIo): Promise<string> {
  const text = Buffer.from(await readBytes(file, io)).toString('utf8');
  try {
    createPrivateKey(text);
    return text;
  } catch (error) {
    const isCertificate = text.includes('BEGIN CERTIFICATE');
    const isLocked = /ENCRYPTED/.test(text);
    throw new HarnessError(
      'KEY_UNREADABLE',
      `${file} holds ${isCertificate ? 'a certificate, not a private key' : isLocked ? 'a private key under a passphrase' : 'no private key in PEM'}.`,
      isLocked
        ? 'Take the passphrase off a copy: openssl pkey -in key.pem -out plain.pem'
        : 'Give the private key that belongs to the encryption certificate, in PEM.',
      { cause: error },
    );
  }
}

export function readInstant(text: string | undefined, io: CliIo): Date | 'issued' | undefined {
  if (text === undefined) return undefined;
  if (text === 'issued') return 'issued';
  if (text === 'now') return io.clock.now();
  const ms = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (!Number.isNaN(ms)) return new Date(ms);
  throw new HarnessError(
    'INSTANT_INVALID',
    `"${text}" is not an instant.`,
    'Give ISO 8601 with a zone, such as 2026-11-24T10:00:00Z, or "issued", or "now".',
  );
}

/** A setting given in the environment, by the name the server's configuration has for it. */
export function variable({ env }: CliIo, name: string): string | undefined {
  return env[`SAML_REHEARSAL_${name}`] || undefined;
}
