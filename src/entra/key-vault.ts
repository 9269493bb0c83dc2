import type { Random } from '../clock.js';
import { createSelfSignedCertificate, loadCertificateWriter } from '../saml/create-certificate.js';
import { generateRsaKey, takeBegunRsaKey } from '../saml/generate-rsa-key.js';

/** A private key and its certificate, both PEM. */
export interface KeyPair {
  /** PEM; of a key that the harness made, PKCS #8. */
  readonly privateKeyPem: string;
  /** X.509, PEM. */
  readonly certificatePem: string;
}

/** Where keys are kept by name: files of the data folder, the database, or memory. */
export interface KeyVault {
  load(name: string): Promise<KeyPair | undefined>;
  save(name: string, pair: KeyPair): Promise<void>;
  /** Nothing of it outlives the process. */
  readonly isForgotten?: boolean;
}

/** How long a certificate that is made is to be valid. */
export interface KeyPlan {
  readonly notBefore: Date;
  /** Default: three years after. */
  readonly notAfter?: Date;
  /** Default: the name Entra gives its signing certificates. */
  readonly commonName?: string;
}

/** Keys by name, each made on first need, off the main thread, and once even when asked for twice at a time. */
export interface Keys {
  get(name: string, plan: KeyPlan): Promise<KeyPair>;
  /** The key of that name, if there is one. */
  find(name: string): Promise<KeyPair | undefined>;
}

export function createKeys(vault: KeyVault, random: Random): Keys {
  const underWay = new Map<string, Promise<KeyPair>>();
  const obtain = async (name: string, plan: KeyPlan) => {
    const kept = await vault.load(name);
    if (kept) return kept;
    const making = (vault.isForgotten ? takeBegunRsaKey() : undefined) ?? generateRsaKey();
    await loadCertificateWriter();
    const privateKeyPem = await making;
    const certificate = await createSelfSignedCertificate({ privateKeyPem, serialNumber: random.bytes(16), ...plan });
    const pair = { privateKeyPem, certificatePem: certificate.pem };
    await vault.save(name, pair);
    // Where several stand-ins share a vault, the first key is everybody's.
    return (await vault.load(name)) ?? pair;
  };
  return {
    find: async (name) => (await underWay.get(name)) ?? vault.load(name),
    get(name, plan) {
      const pending = underWay.get(name) ?? obtain(name, plan);
      underWay.set(name, pending);
      pending.catch(() => underWay.delete(name));
      return pending;
    },
  };
}
