/** The block ciphers of XML Encryption 1.1, section 5.2, in both directions. */

import { type CipherGCMTypes, createCipheriv, createDecipheriv, getCiphers } from 'node:crypto';
import { BLOCK_ENCRYPTION } from './names.js';

interface BlockCipher {
  readonly openssl: string;
  readonly keyLength: number;
  /** Length of the initialization vector that stands before the ciphertext; of a block too, for CBC. */
  readonly ivLength: number;
  readonly isAuthenticated: boolean;
}

const TAG_LENGTH = 16;
const cbc = (openssl: string, keyLength: number, ivLength = 16) => ({
  openssl,
  keyLength,
  ivLength,
  isAuthenticated: false,
});
const gcm = (openssl: string, keyLength: number) => ({ openssl, keyLength, ivLength: 12, isAuthenticated: true });

const CIPHERS: ReadonlyMap<string, BlockCipher> = new Map([
  [BLOCK_ENCRYPTION.aes128Cbc, cbc('aes-128-cbc', 16)],
  [BLOCK_ENCRYPTION.aes192Cbc, cbc('aes-192-cbc', 24)],
  [BLOCK_ENCRYPTION.aes256Cbc, cbc('aes-256-cbc', 32)],
  [BLOCK_ENCRYPTION.tripleDesCbc, cbc('des-ede3-cbc', 24, 8)],
  [BLOCK_ENCRYPTION.aes128Gcm, gcm('aes-128-gcm', 16)],
  [BLOCK_ENCRYPTION.aes192Gcm, gcm('aes-192-gcm', 24)],
  [BLOCK_ENCRYPTION.aes256Gcm, gcm('aes-256-gcm', 32)],
]);

/** The cipher an algorithm URI names; `undefined` when neither we nor this OpenSSL has it. */
export function blockCipher(uri: string | undefined): BlockCipher | undefined {
  const cipher = uri === undefined ? undefined : CIPHERS.get(uri);
  return cipher && getCiphers().includes(cipher.openssl) ? cipher : undefined;
}

/**
 * @param octets Initialization vector, ciphertext and, for GCM, the tag of 16 bytes.
 * @returns The plaintext, or in a few words why there is none. An altered GCM message has none; CBC cannot tell.
 */
export function decipher(
  cipher: BlockCipher,
  key: Uint8Array,
  octets: Uint8Array,
): { bytes: Buffer } | { fault: string } {
  const { ivLength, isAuthenticated } = cipher;
  const iv = octets.subarray(0, ivLength);
  const body = octets.subarray(ivLength);
  if (isAuthenticated && body.length < TAG_LENGTH)
    return { fault: 'The ciphertext is too short to hold its authentication tag.' };
  if (!isAuthenticated && (body.length === 0 || body.length % ivLength !== 0)) {
    return { fault: `The ciphertext of ${octets.length} bytes is not a whole number of blocks.` };
  }
  return isAuthenticated ? decipherGcm(cipher, key, iv, body) : decipherCbc(cipher, key, iv, body);
}

/**
 * @param iv As long as `cipher.ivLength`; never the same twice with one key.
 * @param padding Random bytes for the padding, at least `ivLength`; CBC only.
 * @returns Initialization vector, ciphertext and, for GCM, the tag.
 */
export function encipher(
  cipher: BlockCipher,
  key: Uint8Array,
  { iv, padding }: { iv: Uint8Array; padding: Uint8Array },
  text: Uint8Array,
): Buffer {
  if (cipher.isAuthenticated) {
    const gcmCipher = createCipheriv(cipher.openssl as CipherGCMTypes, key, iv, { authTagLength: TAG_LENGTH });
    return Buffer.concat([iv, gcmCipher.update(text), gcmCipher.final(), gcmCipher.getAuthTag()]);
  }
  const fill = cipher.ivLength - (text.length % cipher.ivLength);
  const cbcCipher = createCipheriv(cipher.openssl, key, iv).setAutoPadding(false);
  const padded = Buffer.concat([text, padding.subarray(0, fill - 1), Uint8Array.of(fill)]);
  return Buffer.concat([iv, cbcCipher.update(padded), cbcCipher.final()]);
}

function decipherGcm(cipher: BlockCipher, key: Uint8Array, iv: Uint8Array, body: Uint8Array) {
  const gcmDecipher = createDecipheriv(cipher.openssl as CipherGCMTypes, key, iv, { authTagLength: TAG_LENGTH });
  gcmDecipher.setAuthTag(body.subarray(-TAG_LENGTH));
  try {
    return { bytes: Buffer.concat([gcmDecipher.update(body.subarray(0, -TAG_LENGTH)), gcmDecipher.final()]) };
  } catch {
    return { fault: 'The authentication tag does not match: the ciphertext was changed after encryption.' };
  }
}

/** Padding as XML Encryption 1.1, 5.2.2 has it: any bytes, the last one says how many. */
function decipherCbc(cipher: BlockCipher, key: Uint8Array, iv: Uint8Array, body: Uint8Array) {
  const cbcDecipher = createDecipheriv(cipher.openssl, key, iv).setAutoPadding(false);
  const padded = Buffer.concat([cbcDecipher.update(body), cbcDecipher.final()]);
  const fill = padded.at(-1) ?? 0;
  if (fill < 1 || fill > cipher.ivLength) {
    return { fault: 'The padding is wrong: the ciphertext was changed, cut off, or encrypted with another key.' };
  }
  return { bytes: padded.subarray(0, padded.length - fill) };
}
