import { isUtf8 } from 'node:buffer';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { blockCipher, decipher } from './block-cipher.js';
import { certificateFromPem } from './certificate.js';
import { type EncryptedData, readEncryptedData, type WrappedKey } from './encrypted-data.js';
import type { Encryption } from './evidence.js';
import { keyTransport, unwrapKey } from './key-transport.js';
import { present } from './present.js';
import { privateKeyFromPem } from './private-key.js';
import type { XmlElement } from './xml.js';

type Cipher = NonNullable<ReturnType<typeof blockCipher>>;
type Ending = Pick<Encryption, 'outcome' | 'detail'> & { readonly text?: string };

/**
 * Opens a saml:EncryptedAssertion (SAML core 2.3.4; XML Encryption 1.1) with the first private key that fits one of its wrapped keys.
 * What went wrong is for the inspector; a sender must never be told which step it was.
 *
 * @param privateKeysPem RSA private keys of the service provider, tried in order; unreadable ones are passed over.
 * @returns The facts, and the plaintext when `outcome` is `decrypted`. Whether it is an Assertion is for the reader of the text.
 */
export function decryptAssertion(
  encrypted: XmlElement,
  privateKeysPem: readonly string[],
): { encryption: Encryption; text?: string } {
  const data = readEncryptedData(encrypted);
  const first = data?.wrappedKeys[0];
  const facts = present({
    blockAlgorithm: data?.algorithm,
    keyTransport: first?.algorithm,
    oaepDigest: first?.digestMethod,
  });
  const { text, ...ending } = data
    ? open(data, privateKeysPem.flatMap(readablePrivateKey))
    : malformed('It does not hold exactly one EncryptedData.');
  const encryption: Encryption = { element: encrypted, ...facts, ...ending };
  return text === undefined ? { encryption } : { encryption, text };
}

function open(data: EncryptedData, privateKeys: readonly KeyObject[]): Ending {
  const { algorithm, octets, wrappedKeys } = data;
  if (algorithm === undefined) return malformed('The EncryptedData names no EncryptionMethod.');
  if (!octets) return malformed('The EncryptedData has no CipherValue, or one that is not base64.');
  const [firstKey] = wrappedKeys;
  if (!firstKey) return malformed('There is no EncryptedKey, so nothing can open the EncryptedData.');
  const cipher = blockCipher(algorithm);
  if (!cipher) return notSupported(`The content is encrypted with ${algorithm}.`);
  const known = wrappedKeys.filter((key) => key.octets && keyTransport(key.algorithm, key));
  if (known.length === 0) {
    if (!firstKey.octets) return malformed('The EncryptedKey has no CipherValue, or one that is not base64.');
    const { algorithm: transport, digestMethod, maskFunction } = firstKey;
    return notSupported(
      `The key is wrapped with ${[transport, digestMethod, maskFunction].filter(Boolean).join(', ')}.`,
    );
  }
  if (privateKeys.length === 0) return { outcome: 'no-key', detail: addressee(known, []) };
  return openWith(cipher, octets, known, privateKeys);
}

function openWith(
  cipher: Cipher,
  octets: Uint8Array,
  wrappedKeys: readonly WrappedKey[],
  privateKeys: readonly KeyObject[],
): Ending {
  let worst: Ending | undefined;
  for (const wrapped of wrappedKeys) {
    const transport = keyTransport(wrapped.algorithm, wrapped);
    if (!transport || !wrapped.octets) continue;
    for (const privateKey of privateKeys) {
      const key = unwrapKey(transport, privateKey, wrapped.octets, cipher.keyLength);
      if (!key) continue;
      const ending = openContent(cipher, key, octets);
      if (ending.outcome === 'decrypted') return ending;
      // With RSA 1.5 a wrong key looks like any other damage.
      worst ??= transport.scheme === 'rsa-1.5' ? undefined : ending;
    }
  }
  return worst ?? { outcome: 'wrong-key', detail: addressee(wrappedKeys, privateKeys) };
}

function openContent(cipher: Cipher, key: Uint8Array, octets: Uint8Array): Ending {
  if (key.length !== cipher.keyLength) {
    return {
      outcome: 'damaged',
      detail: `The content key has ${key.length} bytes; ${cipher.openssl} takes ${cipher.keyLength}.`,
    };
  }
  const opened = decipher(cipher, key, octets);
  if ('fault' in opened) return { outcome: 'damaged', detail: opened.fault };
  return isUtf8(opened.bytes)
    ? { outcome: 'decrypted', text: opened.bytes.toString('utf8') }
    : { outcome: 'unreadable-content', detail: 'What was encrypted is not UTF-8 text.' };
}

/** For whom the message says it was encrypted, and what we hold: the two sides an administrator has to bring together. */
function addressee(wrappedKeys: readonly WrappedKey[], privateKeys: readonly KeyObject[]): string {
  const named = wrappedKeys.flatMap(({ certificates }) => certificates).flatMap(readableCertificate);
  const isOurs = named.some((certificate) =>
    privateKeys.some((key) => createPublicKey(key).equals(certificate.publicKey)),
  );
  const serials = wrappedKeys.flatMap(({ issuerSerials }) => issuerSerials);
  const forWhom = [
    ...named.map(({ subject, thumbprintSha1 }) => `${subject} (thumbprint ${thumbprintSha1})`),
    ...serials.map(({ issuer, serialNumber }) => `the certificate ${serialNumber} of ${issuer}`),
  ].slice(0, 4);
  const bits = wrappedKeys[0]?.octets ? `an RSA key of ${wrappedKeys[0].octets.length * 8} bits` : 'a key';
  if (forWhom.length === 0) return `It was encrypted for ${bits}; the message does not say whose.`;
  const ours = isOurs ? ', which is ours, but the wrapped key does not open with it' : '';
  return `It was encrypted for ${forWhom.join(' or ')}${ours}.`;
}

function readableCertificate(base64: string) {
  try {
    return [certificateFromPem(base64)];
  } catch {
    return [];
  }
}

function readablePrivateKey(pem: string): KeyObject[] {
  try {
    const key = privateKeyFromPem(pem);
    return key.asymmetricKeyType === 'rsa' ? [key] : [];
  } catch {
    return [];
  }
}

function malformed(detail: string): Ending {
  return { outcome: 'malformed', detail };
}

function notSupported(detail: string): Ending {
  return { outcome: 'algorithm-not-supported', detail };
}
