import type { Clock, Random } from '../clock.js';
import { HarnessError } from '../errors.js';
import { certificateFromPem } from '../saml/certificates.js';
import { createSelfSignedCertificate, generateRsaKey } from '../saml/create-certificate.js';
import type { Certificate } from '../saml/parties.js';
import type { KeyPair, KeyVault } from './key-vault.js';

export type CertificateStatus = 'active' | 'inactive';

/** One row of SAML Certificates. */
export interface SigningCertificate {
  readonly certificate: Certificate;
  readonly status: CertificateStatus;
}

/** The token signing certificates of the application. The first one is made on first need. */
export interface SigningCertificates {
  /** In the order made; published in this order, inactive ones too. */
  list(): Promise<readonly SigningCertificate[]>;
  /** A new, inactive one: three years from now unless told otherwise. */
  create(validity?: { readonly notBefore?: Date; readonly notAfter?: Date }): Promise<Certificate>;
  /** Makes one active and the one that was inactive. Identified by its SHA-1 thumbprint, as the portal shows it. */
  activate(thumbprintSha1: string): Promise<void>;
  deactivate(thumbprintSha1: string): Promise<void>;
  /** Removes an inactive one from the application; its key stays in the vault under its name. */
  remove(thumbprintSha1: string): Promise<void>;
  /**
   * What signs now: the active one; a valid inactive one when the active one has expired, silently, as Entra does; the expired one
   * when there is no other. `undefined` when none is active.
   */
  signingKey(): Promise<KeyPair | undefined>;
  /** An inactive one, if there is any. */
  inactiveKey(): Promise<KeyPair | undefined>;
}

interface Row {
  readonly pair: KeyPair;
  readonly certificate: Certificate;
  status: CertificateStatus;
}

const MAX_CERTIFICATES = 20;

/** @throws HarnessError from its functions: `CERTIFICATE_UNKNOWN`, `CERTIFICATE_ACTIVE`, `TOO_MANY_CERTIFICATES`. */
export function createSigningCertificates(parts: {
  readonly keys: KeyVault;
  readonly clock: Clock;
  readonly random: Random;
}): SigningCertificates {
  const { keys, clock } = parts;
  let opened: Promise<Row[]> | undefined;
  const rows = () => {
    opened ??= open(parts);
    return opened;
  };
  const find = async (thumbprint: string) => {
    const row = (await rows()).find(({ certificate }) => certificate.thumbprintSha1 === thumbprint.toUpperCase());
    if (row) return row;
    throw new HarnessError(
      'CERTIFICATE_UNKNOWN',
      `The application has no certificate with the thumbprint ${thumbprint}.`,
      'Give the SHA-1 thumbprint of one that is listed.',
    );
  };
  return {
    list: async () => (await rows()).map(({ certificate, status }) => ({ certificate, status })),
    async create(validity = {}) {
      const all = await rows();
      if (all.length >= MAX_CERTIFICATES) throw tooMany();
      const row = await make(parts, 'inactive', validity);
      all.push(row);
      await keys.save(vaultName(all.length), row.pair);
      return row.certificate;
    },
    async activate(thumbprint) {
      const wanted = await find(thumbprint);
      for (const row of await rows()) row.status = row === wanted ? 'active' : 'inactive';
    },
    deactivate: async (thumbprint) => {
      (await find(thumbprint)).status = 'inactive';
    },
    async remove(thumbprint) {
      const row = await find(thumbprint);
      if (row.status === 'active') throw stillActive();
      const all = await rows();
      all.splice(all.indexOf(row), 1);
    },
    signingKey: async () => chooseSigner(await rows(), clock.now())?.pair,
    inactiveKey: async () => (await rows()).find(({ status }) => status === 'inactive')?.pair,
  };
}

function chooseSigner(rows: readonly Row[], now: Date): Row | undefined {
  const isValid = ({ certificate }: Row) => certificate.notBefore <= now && now < certificate.notAfter;
  const active = rows.find(({ status }) => status === 'active');
  if (!active || isValid(active)) return active;
  return rows.find(isValid) ?? active;
}

async function open(parts: { keys: KeyVault; clock: Clock; random: Random }): Promise<Row[]> {
  const rows: Row[] = [];
  for (let pair = await parts.keys.load(vaultName(1)); pair; pair = await parts.keys.load(vaultName(rows.length + 1))) {
    rows.push({
      pair,
      certificate: certificateFromPem(pair.certificatePem),
      status: rows.length === 0 ? 'active' : 'inactive',
    });
    if (rows.length === MAX_CERTIFICATES) break;
  }
  if (rows.length > 0) return rows;
  const first = await make(parts, 'active', {});
  await parts.keys.save(vaultName(1), first.pair);
  return [first];
}

async function make(
  { clock, random }: { clock: Clock; random: Random },
  status: CertificateStatus,
  { notBefore = clock.now(), notAfter }: { readonly notBefore?: Date; readonly notAfter?: Date },
): Promise<Row> {
  const privateKeyPem = await generateRsaKey();
  const certificate = await createSelfSignedCertificate({
    privateKeyPem,
    notBefore,
    serialNumber: random.bytes(16),
    ...(notAfter !== undefined && { notAfter }),
  });
  return { pair: { privateKeyPem, certificatePem: certificate.pem }, certificate, status };
}

const vaultName = (number: number) => `entra-signing-${number}`;

function stillActive(): HarnessError {
  return new HarnessError(
    'CERTIFICATE_ACTIVE',
    'An active certificate cannot be deleted.',
    'Make another one active first.',
  );
}

function tooMany(): HarnessError {
  return new HarnessError(
    'TOO_MANY_CERTIFICATES',
    `An application has at most ${MAX_CERTIFICATES} certificates here.`,
    'Delete an inactive one first.',
  );
}
