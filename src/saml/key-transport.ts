/** Key transport of XML Encryption 1.1, section 5.5: how the content key travels under the recipient's RSA key. */

import { constants, type KeyObject, privateDecrypt, publicEncrypt } from 'node:crypto';
import { digestHash } from './algorithms.js';
import { KEY_TRANSPORT } from './names.js';
import { decrypt15, decryptOaep } from './rsa-padding.js';

/** How a key was or is to be wrapped. Hashes by OpenSSL's name; OAEP only. */
export interface KeyTransport {
  readonly scheme: 'rsa-1.5' | 'rsa-oaep';
  readonly hash: string;
  readonly maskHash: string;
  readonly label: Uint8Array;
}

const MGF_PREFIX = 'http://www.w3.org/2009/xmlenc11#mgf1';

/**
 * What an EncryptionMethod says; `undefined` when one of its algorithms is not known. `rsa-oaep-mgf1p` always masks with SHA-1, and
 * SHA-1 is what a missing DigestMethod or MGF means (5.5.2).
 */
export function keyTransport(
  algorithm: string | undefined,
  {
    digestMethod,
    maskFunction,
    label = new Uint8Array(),
  }: { digestMethod?: string; maskFunction?: string; label?: Uint8Array },
): KeyTransport | undefined {
  if (algorithm === KEY_TRANSPORT.rsa15) return { scheme: 'rsa-1.5', hash: '', maskHash: '', label };
  if (algorithm !== KEY_TRANSPORT.rsaOaepMgf1p && algorithm !== KEY_TRANSPORT.rsaOaep) return undefined;
  const hash = digestMethod === undefined ? 'sha1' : digestHash(digestMethod);
  const isFixed = algorithm === KEY_TRANSPORT.rsaOaepMgf1p || maskFunction === undefined;
  const maskHash = isFixed ? 'sha1' : /^sha(1|224|256|384|512)$/.exec(maskFunction.slice(MGF_PREFIX.length))?.[0];
  if (hash === undefined || maskHash === undefined || !(isFixed || maskFunction.startsWith(MGF_PREFIX)))
    return undefined;
  return { scheme: 'rsa-oaep', hash, maskHash, label };
}

/**
 * Takes a content key out of its wrapping.
 *
 * @param keyLength How long the key has to be, in bytes.
 * @returns `undefined` when the private key is not the one it was wrapped for, or the wrapping was changed; with RSA 1.5 a key that
 *   opens nothing then.
 */
export function unwrapKey(
  transport: KeyTransport,
  privateKey: KeyObject,
  wrapped: Uint8Array,
  keyLength: number,
): Buffer | undefined {
  try {
    if (transport.scheme === 'rsa-1.5') return decrypt15(privateKey, wrapped, keyLength);
    if (transport.hash !== transport.maskHash) return decryptOaep(privateKey, wrapped, transport);
    const { hash: oaepHash, label: oaepLabel } = transport;
    return privateDecrypt({ key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash, oaepLabel }, wrapped);
  } catch {
    return undefined;
  }
}

/** Wraps a content key for the holder of `publicKey`. Both hashes of OAEP have to be the same. */
export function wrapKey(transport: KeyTransport, publicKey: KeyObject, key: Uint8Array): Buffer {
  if (transport.scheme === 'rsa-1.5')
    return publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, key);
  const { hash: oaepHash, label: oaepLabel } = transport;
  return publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash, oaepLabel }, key);
}
