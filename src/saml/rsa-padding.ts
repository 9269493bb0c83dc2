/** The paddings of RFC 8017 that Node.js does not take off itself. */

import { constants, createHash, createHmac, type KeyObject, privateDecrypt, timingSafeEqual } from 'node:crypto';

/** RSA decryption alone: the padded block, as long as the modulus. */
function rawDecrypt(privateKey: KeyObject, wrapped: Uint8Array): Buffer {
  return privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, wrapped);
}

/**
 * RSAES-OAEP with a mask hash that differs from the label hash (RFC 8017, 7.1.2), which XML Encryption makes the usual case:
 * `rsa-oaep-mgf1p` with a SHA-256 digest still masks with SHA-1.
 *
 * @returns `undefined` when the padding is not right.
 */
export function decryptOaep(
  privateKey: KeyObject,
  wrapped: Uint8Array,
  { hash, maskHash, label }: { hash: string; maskHash: string; label: Uint8Array },
): Buffer | undefined {
  const block = rawDecrypt(privateKey, wrapped);
  const labelHash = createHash(hash).update(label).digest();
  const masked = block.subarray(1 + labelHash.length);
  if (masked.length <= labelHash.length) return undefined;
  const seed = xor(block.subarray(1, 1 + labelHash.length), mask(masked, labelHash.length, maskHash));
  const data = xor(masked, mask(seed, masked.length, maskHash));
  const isLabelRight = timingSafeEqual(data.subarray(0, labelHash.length), labelHash);
  const separator = data.findIndex((byte, index) => index >= labelHash.length && byte !== 0);
  const isRight = isLabelRight && block[0] === 0 && separator >= 0 && data[separator] === 1;
  return isRight ? data.subarray(separator + 1) : undefined;
}

/**
 * RSAES-PKCS1-v1_5 (RFC 8017, 7.2.2) for a key of known length. A wrong padding yields a key that opens nothing instead of an error,
 * always the same for the same input, so that nobody can use us to tell one from the other.
 */
export function decrypt15(privateKey: KeyObject, wrapped: Uint8Array, keyLength: number): Buffer {
  const block = rawDecrypt(privateKey, wrapped);
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' });
  const decoy = createHmac('sha512', secret).update(wrapped).digest().subarray(0, keyLength);
  const start = block.length - keyLength;
  const padding = block.subarray(2, start - 1);
  const isRight =
    block[0] === 0 && block[1] === 2 && !padding.includes(0) && padding.length >= 8 && block[start - 1] === 0;
  return isRight ? block.subarray(start) : decoy;
}

/** MGF1 (RFC 8017, B.2.1). */
function mask(seed: Uint8Array, length: number, hash: string): Buffer {
  const blocks: Buffer[] = [];
  for (let made = 0, counter = 0; made < length; counter++) {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const block = createHash(hash).update(seed).update(count).digest();
    blocks.push(block);
    made += block.length;
  }
  return Buffer.concat(blocks).subarray(0, length);
}

function xor(a: Uint8Array, b: Uint8Array): Buffer {
  return Buffer.from(a.map((byte, index) => byte ^ (b[index] ?? 0)));
}
