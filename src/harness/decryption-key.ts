import type { Clock, Random } from '../clock.js';
import type { KeyPair, KeyVault } from '../entra/key-vault.js';

const NAME = 'service-provider-encryption';
const YEARS = 3;

/** The service provider's key for encrypted assertions. No guide gives IdPs one of Mimecast's: a rehearsal beyond it. */
export interface DecryptionKey {
  /** PEM; empty until somebody has asked for the certificate. */
  existing(): Promise<readonly string[]>;
  /** PEM, for Token encryption in Entra; the key is made when this is first asked for. */
  certificate(): Promise<string>;
}

export function createDecryptionKey(
  keys: KeyVault,
  { clock, random }: { readonly clock: Clock; readonly random: Random },
): DecryptionKey {
  let pair: KeyPair | undefined;
  const kept = async () => {
    // Another harness with the same keys may have made it meanwhile.
    pair ??= await keys.load(NAME);
    return pair;
  };
  return {
    async existing() {
      const found = await kept();
      return found ? [found.privateKeyPem] : [];
    },
    async certificate() {
      const found = (await kept()) ?? (await make(keys, clock, random));
      pair = found;
      return found.certificatePem;
    },
  };
}

async function make(keys: KeyVault, clock: Clock, random: Random): Promise<KeyPair> {
  const { createSelfSignedCertificate } = await import('../saml/create-certificate.js');
  const { generateRsaKey } = await import('../saml/generate-rsa-key.js');
  const privateKeyPem = await generateRsaKey();
  const notBefore = clock.now();
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + YEARS);
  const serialNumber = random.bytes(16);
  const commonName = 'saml-rehearsal service provider';
  const { pem } = await createSelfSignedCertificate({ privateKeyPem, notBefore, notAfter, serialNumber, commonName });
  const made = { privateKeyPem, certificatePem: pem };
  await keys.save(NAME, made);
  // Where several harnesses share their keys, the first one is everybody's.
  return (await keys.load(NAME)) ?? made;
}
