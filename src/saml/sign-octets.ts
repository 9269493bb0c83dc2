import { constants, type KeyObject, sign, verify } from 'node:crypto';
import { type SignatureAlgorithm, signatureAlgorithm } from './algorithms.js';

/**
 * A signature value as XML Signature and the Redirect binding carry it: ECDSA as the two integers side by side (XML Signature 1.1,
 * 6.4.3), PSS with a salt as long as the hash (RFC 9231, 2.3.10).
 *
 * @returns `undefined` when the algorithm is not known or the key is of another kind.
 */
export function signOctets(octets: Uint8Array, key: KeyObject, method: string): Buffer | undefined {
  const algorithm = signatureAlgorithm(method);
  if (!algorithm || !fits(key, algorithm)) return undefined;
  return sign(algorithm.hash, octets, parameters(key, algorithm.scheme));
}

/** False too when the algorithm is not known or the key is of another kind. Never throws. */
export function verifyOctets(octets: Uint8Array, key: KeyObject, method: string, value: Uint8Array): boolean {
  const algorithm = signatureAlgorithm(method);
  if (!algorithm || !fits(key, algorithm)) return false;
  try {
    return verify(algorithm.hash, octets, parameters(key, algorithm.scheme), value);
  } catch {
    return false;
  }
}

/** Whether a key is of the kind an algorithm takes; one that is marked for PSS does nothing else. */
export function fits({ asymmetricKeyType: type }: KeyObject, { scheme }: SignatureAlgorithm): boolean {
  if (scheme === 'ec') return type === 'ec';
  return type === 'rsa' || (scheme === 'rsa-pss' && type === 'rsa-pss');
}

function parameters(key: KeyObject, scheme: SignatureAlgorithm['scheme']) {
  if (scheme === 'ec') return { key, dsaEncoding: 'ieee-p1363' as const };
  if (scheme === 'rsa') return { key, padding: constants.RSA_PKCS1_PADDING };
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
}
