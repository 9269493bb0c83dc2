import type { AuthnRequest } from '../saml/authn-request.js';
import { verifyRedirectSignature } from '../saml/bindings.js';
import { certificateFromPem } from '../saml/certificates.js';
import { readEnvelopedSignature } from '../saml/enveloped-signature.js';
import { SIGNATURE_METHOD } from '../saml/names.js';
import { type Obstacle, obstacle } from './aadsts.js';
import type { Application } from './application.js';
import type { IncomingRequest } from './sign-in-question.js';

/** Without a key identifier Entra tries the certificates added last, and no others. */
const MOST_RECENT = 2;

/** The refusal of a request that is not signed as "Require verification certificates" demands; nothing is checked while that is off. */
export function requestSignatureObstacle(
  application: Application,
  request: AuthnRequest,
  incoming: IncomingRequest,
): Obstacle | undefined {
  if (!application.requireVerificationCertificates) return undefined;
  const certificates = application.verificationCertificates.slice(-MOST_RECENT).map(certificateFromPem);
  if (certificates.length === 0) return refusal('The application has no verification certificate.');
  const { status, detail, algorithm } = incoming.redirect
    ? verifyRedirectSignature(incoming.redirect, certificates, { allowSha1: true })
    : enveloped(request, certificates);
  if (status === 'absent') return obstacle(76021);
  if (status !== 'verifies') return refusal(detail ?? 'The signature does not verify.');
  return isAllowed(algorithm, application)
    ? undefined
    : refusal(`The algorithm ${algorithm} is not allowed; requests are signed with RSA-SHA256.`);
}

function enveloped({ document, element }: AuthnRequest, certificates: Parameters<typeof readEnvelopedSignature>[2]) {
  const { status, detail, signature } = readEnvelopedSignature(document, element, certificates);
  return { status, detail, algorithm: signature?.signatureMethod };
}

function isAllowed(algorithm: string | undefined, { allowRsaSha1 }: Application): boolean {
  if (algorithm === SIGNATURE_METHOD.rsaSha256) return true;
  return algorithm === SIGNATURE_METHOD.rsaSha1 && allowRsaSha1;
}

/** Entra has one number for all of it; the reason after it is the stand-in's own. */
function refusal(reason: string): Obstacle {
  return obstacle(76021, { detail: `. (Stand-in: ${reason})` });
}
