import type { AuthnRequest } from '../saml/authn-request.js';
import { ENTRA_TEST_REQUEST_ID } from '../saml/names.js';
import { readAuthnRequest } from '../saml/read-authn-request.js';
import { type Obstacle, obstacle, xmlObstacle } from './aadsts.js';
import type { Application } from './application.js';
import { matchesReplyUrl } from './reply-url.js';
import { requestObstacle } from './request-rules.js';
import { requestSignatureObstacle } from './request-signature.js';
import type { AcceptedRequest, AnswerAddress, IncomingRequest } from './sign-in-question.js';

/** A request that was looked at: what shapes its answer, or why it is refused and where a status Response could go. */
export type Inspection =
  | { readonly accepted: AcceptedRequest; readonly audience: string; readonly obstacle?: never }
  | {
      readonly obstacle: Obstacle;
      readonly address?: AnswerAddress;
      readonly accepted?: never;
    };

/** Reads an AuthnRequest as Entra does before it shows the sign-in page. */
export function inspectRequest(application: Application, tenantName: string, incoming: IncomingRequest): Inspection {
  const { request, problem } = readAuthnRequest(incoming.requestXml);
  if (!request)
    return { obstacle: problem.xml ? xmlObstacle(incoming.requestXml, problem.xml.offset) : obstacle(75005) };
  const meant = targeted(request, incoming);
  const found =
    targetObstacle(application, tenantName, incoming) ??
    requestObstacle(meant, application, tenantName) ??
    requestSignatureObstacle(application, request, incoming);
  if (found) return { obstacle: found, address: addressOf(request, application, incoming) };
  return { accepted: accepted(request, application, incoming), audience: audienceOf(meant) };
}

/** The GUID in the address overrides the Issuer, in the request and in the response (multi-instancing documentation). */
function targeted(request: AuthnRequest, { target }: IncomingRequest): AuthnRequest {
  if (target === undefined || !request.issuer) return request;
  return { ...request, issuer: { ...request.issuer, value: target } };
}

/** Only the application's own GUID will do, and not when it requires signed requests (multi-instancing documentation). */
function targetObstacle(application: Application, tenant: string, { target }: IncomingRequest): Obstacle | undefined {
  if (target === undefined) return undefined;
  if (target.toLowerCase() !== application.applicationId) return obstacle(700016, { identifier: target, tenant });
  return application.requireVerificationCertificates ? obstacle(76021) : undefined;
}

function accepted(request: AuthnRequest, application: Application, incoming: IncomingRequest): AcceptedRequest {
  const { id, assertionConsumerServiceUrl: asked, nameIdPolicy, requestedAuthnContext } = request;
  const isTest = id === ENTRA_TEST_REQUEST_ID;
  return {
    ...(id !== undefined && !isTest && { id }),
    assertionConsumerServiceUrl: asked ?? application.replyUrls[0] ?? '',
    ...(nameIdPolicy && { nameIdPolicy }),
    forceAuthn: request.forceAuthn ?? false,
    isPassive: request.isPassive ?? false,
    contextClassRefs: (requestedAuthnContext?.classRefs ?? []).map((ref) => ref.trim()),
    ...(incoming.relayState !== undefined && { relayState: incoming.relayState }),
  };
}

/** An application addressed by its bare application id gets `spn:` before it; every other Identifier comes back unchanged. */
function audienceOf({ issuer }: AuthnRequest): string {
  const identifier = issuer?.value ?? '';
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(identifier) ? `spn:${identifier}` : identifier;
}

function addressOf(
  { id, assertionConsumerServiceUrl: asked }: AuthnRequest,
  { replyUrls }: Application,
  { relayState }: IncomingRequest,
): AnswerAddress {
  const url = asked ?? replyUrls[0];
  const isRegistered = url !== undefined && replyUrls.some((registered) => matchesReplyUrl(url, registered));
  return {
    ...(id !== undefined && { inResponseTo: id }),
    ...(relayState !== undefined && { relayState }),
    ...(isRegistered && { assertionConsumerServiceUrl: url }),
  };
}
