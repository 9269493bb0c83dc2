import type { AuthnRequest } from '../../saml/authn-request.js';
import { verifyRedirectSignature } from '../../saml/bindings.js';
import { certificateFromPem } from '../../saml/certificates.js';
import { readEnvelopedSignature } from '../../saml/enveloped-signature.js';
import { DIGEST, SIGNATURE_METHOD } from '../../saml/names.js';
import type { Application } from '../application.js';
import { REASONS, type Reason } from '../refusal.js';
import type { OpenedMessage } from './incoming.js';

/**
 * Signatures of requests are looked at only when verification certificates are required: in the query for HTTP-Redirect, in the XML
 * for HTTP-POST; RSA-SHA256, and RSA-SHA1 if the application allows it. Source: "Enforce signed SAML authentication requests".
 */
export function reasonAgainstSignature(
  application: Application,
  request: AuthnRequest,
  { redirect }: Pick<OpenedMessage, 'redirect'>,
): Reason | undefined {
  if (!application.requireVerificationCertificates) return undefined;
  const certificates = application.verificationCertificates.map(certificateFromPem);
  const isSigned = redirect ? redirect.signature !== undefined : request.signature !== undefined;
  if (!isSigned) return REASONS.notSigned();
  if (certificates.length === 0) return REASONS.signatureNotValid('No verification certificate is configured.');
  const allowed: readonly (string | undefined)[] = application.allowRsaSha1
    ? [SIGNATURE_METHOD.rsaSha256, SIGNATURE_METHOD.rsaSha1]
    : [SIGNATURE_METHOD.rsaSha256];
  if (redirect) {
    const facts = verifyRedirectSignature(redirect, certificates, { allowSha1: application.allowRsaSha1 });
    const isAllowed = facts.algorithm === undefined || allowed.includes(facts.algorithm);
    if (facts.status === 'verifies' && isAllowed) return undefined;
    return REASONS.signatureNotValid(isAllowed ? (facts.detail ?? '') : algorithmNotAllowed(facts.algorithm));
  }
  const { status, detail, signature } = readEnvelopedSignature(request.document, request.element, certificates);
  if (status !== 'verifies') return REASONS.signatureNotValid(detail ?? '');
  const isWeak = signature?.digestMethod === DIGEST.sha1 && !application.allowRsaSha1;
  return allowed.includes(signature?.signatureMethod) && !isWeak
    ? undefined
    : REASONS.signatureNotValid(algorithmNotAllowed(signature?.signatureMethod));
}

const algorithmNotAllowed = (algorithm = 'of the digest') =>
  `The algorithm ${algorithm} is not allowed; RSA-SHA256 is.`;
