import { writeAuthnRequest } from '../../saml/write-authn-request.js';
import type { Application } from '../application.js';

/**
 * The portal's Test (and, it is inferred, My Apps) sends the browser to `/saml2` with an AuthnRequest of this one ID; only for it the
 * response carries no InResponseTo. Source: MicrosoftDocs/azure-docs#81334 and several public programs with the same constant.
 */
export const MAGIC_REQUEST_ID = 'F84D888AA3B44C1B844375A4E8210D9E';

/** The request that an IdP-initiated sign-in begins with. */
export function writeTestRequest(application: Application, issueInstant: Date, destination: string): string {
  const [assertionConsumerServiceUrl] = application.replyUrls;
  return writeAuthnRequest({
    id: MAGIC_REQUEST_ID,
    issueInstant,
    destination,
    issuer: application.identifiers[0] ?? application.applicationId,
    ...(assertionConsumerServiceUrl === undefined ? {} : { assertionConsumerServiceUrl }),
  });
}
