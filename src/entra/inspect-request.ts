import type { AuthnRequest } from '../saml/authn-request.js';
import { readAuthnRequest } from '../saml/read-authn-request.js';
import { type Obstacle, obstacle } from './aadsts.js';
import type { Application } from './application.js';
import { requestObstacle } from './request-rules.js';
import { requestSignatureObstacle } from './request-signature.js';
import { type AcceptedRequest, type IncomingRequest, TEST_REQUEST_ID } from './sign-in-question.js';

/** A request that was looked at: what shapes its answer, or why it is refused; `id` is what a status Response would answer to. */
export type Inspection =
  | { readonly accepted: AcceptedRequest; readonly audience: string; readonly obstacle?: never }
  | { readonly obstacle: Obstacle; readonly id?: string; readonly replyUrl?: string; readonly accepted?: never };

/** Reads an AuthnRequest as Entra does before it shows the sign-in page. */
export function inspectRequest(application: Application, tenantName: string, incoming: IncomingRequest): Inspection {
  const { request, problem } = readAuthnRequest(incoming.requestXml);
  if (!request) return { obstacle: problem.xml ? xmlError(incoming.requestXml, problem.xml.offset) : obstacle(75005) };
  const found =
    requestObstacle(request, application, tenantName) ?? requestSignatureObstacle(application, request, incoming);
  if (found) return { obstacle: found, ...statusResponseFacts(request) };
  return { accepted: accepted(request, application, incoming), audience: audienceOf(request) };
}

function accepted(request: AuthnRequest, application: Application, incoming: IncomingRequest): AcceptedRequest {
  const { id, assertionConsumerServiceUrl: asked, nameIdPolicy, requestedAuthnContext } = request;
  const isTest = id === TEST_REQUEST_ID;
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

function statusResponseFacts({ id, assertionConsumerServiceUrl: replyUrl }: AuthnRequest) {
  return { ...(id !== undefined && { id }), ...(replyUrl !== undefined && { replyUrl }) };
}

function xmlError(xml: string, offset: number): Obstacle {
  const before = xml.slice(0, offset).split('\n');
  return obstacle(7500525, { line: String(before.length), position: String((before.at(-1) ?? '').length + 1) });
}
