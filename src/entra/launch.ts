import type { Clock, Random } from '../clock.js';
import { encodeRedirect } from '../saml/bindings.js';
import { ENTRA_TEST_REQUEST_ID } from '../saml/names.js';
import { writeAuthnRequest } from '../saml/write-authn-request.js';
import { obstacle, type Refusal, refuse } from './aadsts.js';
import type { Application } from './application.js';

/**
 * Where My Apps and the portal's Test send the browser: to the Sign-on URL when there is one, else to `/saml2` with a request of the one
 * ID whose response carries no InResponseTo. That My Apps does as Test does is inferred.
 */
export function launch(
  application: Application,
  loginUrl: string,
  sources: { readonly clock: Clock; readonly random: Random },
): Refusal | { readonly kind: 'open'; readonly url: string } {
  const { signOnUrl, relayState, replyUrls, identifiers } = application;
  if (signOnUrl !== undefined) return { kind: 'open', url: signOnUrl };
  const [assertionConsumerServiceUrl] = replyUrls;
  const [issuer] = identifiers;
  if (assertionConsumerServiceUrl === undefined || issuer === undefined) return refuse(obstacle(900971), sources);
  const issueInstant = sources.clock.now();
  const xml = writeAuthnRequest({ id: ENTRA_TEST_REQUEST_ID, issueInstant, issuer, assertionConsumerServiceUrl });
  const query = encodeRedirect({ xml, parameter: 'SAMLRequest', ...(relayState !== undefined && { relayState }) });
  return { kind: 'open', url: `${loginUrl}?${query}` };
}
