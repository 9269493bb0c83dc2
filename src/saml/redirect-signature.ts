import { signatureAlgorithm } from './algorithms.js';
import type { Certificate } from './parties.js';
import type { DecodedRedirect } from './redirect-binding.js';
import { verifyOctets } from './sign-octets.js';

export interface RedirectSignatureFacts {
  readonly status: 'absent' | 'incomplete' | 'algorithm-not-allowed' | 'fails' | 'verifies';
  /** One sentence on any status but `verifies`. */
  readonly detail?: string;
  readonly algorithm?: string;
  readonly verifiedBy?: Certificate;
}

/**
 * Checks the signature of an HTTP-Redirect message over exactly the characters that came (SAML bindings 3.4.4.1). HMAC, MD5 and
 * unknown algorithms are never computed; SHA-1 only when allowed.
 */
export function verifyRedirectSignature(
  { signature }: DecodedRedirect,
  certificates: readonly Certificate[],
  { allowSha1 = false }: { readonly allowSha1?: boolean } = {},
): RedirectSignatureFacts {
  if (!signature) return { status: 'absent', detail: 'The query carries no Signature.' };
  const { algorithm, value, covered } = signature;
  if (algorithm === undefined) return { status: 'incomplete', detail: 'The query carries a Signature, but no SigAlg.' };
  if (!value)
    return { status: 'incomplete', detail: 'The query carries a SigAlg, but no Signature in base64.', algorithm };
  const known = signatureAlgorithm(algorithm);
  if (!known || (known.hash === 'sha1' && !allowSha1)) {
    return {
      status: 'algorithm-not-allowed',
      detail: `The SigAlg "${algorithm.slice(0, 80)}" is not allowed.`,
      algorithm,
    };
  }
  const octets = Buffer.from(covered);
  const verifiedBy = certificates.find(({ publicKey }) => verifyOctets(octets, publicKey, algorithm, value));
  if (verifiedBy) return { status: 'verifies', algorithm, verifiedBy };
  const detail =
    'The query signature does not verify with any trusted key (another key, or the encoding was changed on the way).';
  return { status: 'fails', detail, algorithm };
}
