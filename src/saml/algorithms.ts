/** Which algorithms this reader computes. What is not here is named in the facts and never computed: HMAC, MD5, DSA, unknown ones. */

import { CANONICALIZATION, DIGEST, SIGNATURE_METHOD as METHOD } from './names.js';

export interface SignatureAlgorithm {
  readonly hash: string;
  readonly scheme: 'rsa' | 'rsa-pss' | 'ec';
}

const DIGESTS: ReadonlyMap<string, string> = new Map([
  [DIGEST.sha1, 'sha1'],
  [DIGEST.sha224, 'sha224'],
  [DIGEST.sha256, 'sha256'],
  [DIGEST.sha384, 'sha384'],
  [DIGEST.sha512, 'sha512'],
]);

const SIGNATURES: ReadonlyMap<string, SignatureAlgorithm> = new Map<string, SignatureAlgorithm>([
  [METHOD.rsaSha1, { hash: 'sha1', scheme: 'rsa' }],
  [METHOD.rsaSha256, { hash: 'sha256', scheme: 'rsa' }],
  [METHOD.rsaSha384, { hash: 'sha384', scheme: 'rsa' }],
  [METHOD.rsaSha512, { hash: 'sha512', scheme: 'rsa' }],
  [METHOD.rsaPssSha256, { hash: 'sha256', scheme: 'rsa-pss' }],
  [METHOD.rsaPssSha384, { hash: 'sha384', scheme: 'rsa-pss' }],
  [METHOD.rsaPssSha512, { hash: 'sha512', scheme: 'rsa-pss' }],
  [METHOD.ecdsaSha1, { hash: 'sha1', scheme: 'ec' }],
  [METHOD.ecdsaSha256, { hash: 'sha256', scheme: 'ec' }],
  [METHOD.ecdsaSha384, { hash: 'sha384', scheme: 'ec' }],
  [METHOD.ecdsaSha512, { hash: 'sha512', scheme: 'ec' }],
]);

/** OpenSSL's name of a digest method, undefined when it is not computed. */
export function digestHash(uri: string | undefined): string | undefined {
  return uri === undefined ? undefined : DIGESTS.get(uri);
}

export function signatureAlgorithm(uri: string | undefined): SignatureAlgorithm | undefined {
  return uri === undefined ? undefined : SIGNATURES.get(uri);
}

/** True for every canonicalization the standards name, allowed or not. */
export function isCanonicalization(uri: string): boolean {
  return (Object.values(CANONICALIZATION) as string[]).includes(uri);
}
