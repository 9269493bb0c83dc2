import type { Signature } from './evidence.js';
import type { Certificate } from './parties.js';
import { verifySignatures } from './verify-signature.js';
import type { XmlDocument, XmlElement } from './xml.js';

/** What an enveloped signature is worth, judged against the certificates given and nothing else. */
export interface EnvelopedSignature {
  /** `unknown-key`: it holds, but only with the certificate it brings along. */
  readonly status: 'absent' | 'verifies' | 'unknown-key' | 'content-changed' | 'value-wrong' | 'defective';
  /** One sentence on any status but `verifies`. */
  readonly detail?: string;
  readonly signature?: Signature;
  readonly verifiedBy?: Certificate;
}

/**
 * Checks the signature an element carries: metadata, AuthnRequest, LogoutRequest and LogoutResponse. A second signature anywhere is
 * a defect.
 *
 * @param certificates The trusted ones; none means that nothing can verify.
 */
export function readEnvelopedSignature(
  document: XmlDocument,
  element: XmlElement,
  certificates: readonly Certificate[],
): EnvelopedSignature {
  const all = verifySignatures(document, { response: element }, certificates);
  const [signature, ...others] = all;
  if (!signature) return { status: 'absent', detail: 'It is not signed.' };
  if (others.length > 0)
    return { status: 'defective', detail: `It holds ${all.length} signatures instead of one.`, signature };
  const [problem] = signature.problems;
  if (problem) return { status: 'defective', detail: problem.detail, signature };
  if (signature.digest !== 'matches') {
    return {
      status: 'content-changed',
      detail: 'It was changed after it was signed (formatting it anew is enough).',
      signature,
    };
  }
  const { verifiedBy } = signature;
  if (signature.value === 'verifies' && verifiedBy) return { status: 'verifies', signature, verifiedBy };
  if (signature.value === 'verifies-with-embedded-key') {
    return { status: 'unknown-key', detail: 'It is signed with a key that is not among the trusted ones.', signature };
  }
  return { status: 'value-wrong', detail: 'Its signature does not verify with any trusted key.', signature };
}
