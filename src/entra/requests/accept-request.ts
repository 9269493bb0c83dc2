import type { AuthnRequest } from '../../saml/authn-request.js';
import { locateInText } from '../../saml/locate.js';
import { present } from '../../saml/present.js';
import { readAuthnRequest } from '../../saml/read-authn-request.js';
import type { Application } from '../application.js';
import { isGuid } from '../guid.js';
import { REASONS, type Reason } from '../refusal.js';
import { matchesReplyUrl } from '../reply-url.js';
import type { Tenant } from '../tenant.js';
import type { AcceptedRequest, OpenedMessage } from './incoming.js';
import { MAGIC_REQUEST_ID } from './magic-id.js';
import { reasonAgainstMessage } from './message-rules.js';
import { reasonAgainstSignature } from './request-signature.js';

export interface RequestContext {
  readonly tenant: Tenant;
  readonly application: Application;
  /** `/<tenant>/saml2/<GUID>`: this application is meant, whoever the request says it is from. */
  readonly target?: string;
}

type Verdict<T> =
  | { readonly accepted: T; readonly reason?: never }
  | { readonly reason: Reason; readonly accepted?: never };

/** Reads an AuthnRequest and holds it to everything that can be known before a user has signed in. */
export function acceptRequest(message: OpenedMessage, context: RequestContext): Verdict<AcceptedRequest> {
  const { request, problem } = readAuthnRequest(message.xml);
  if (!request) {
    if (!problem.xml) return { reason: REASONS.notValid(problem.message) };
    const { line, column } = locateInText(message.xml, problem.xml.offset);
    return { reason: REASONS.xmlError(line, column) };
  }
  const issuer = request.issuer?.value;
  // An empty Issuer is reported as an error of the XML.
  if (issuer === '') return { reason: REASONS.xmlError(1, message.xml.length) };
  const reason =
    reasonAgainstMessage(request) ??
    reasonAgainstParties(request, context) ??
    reasonAgainstSignature(context.application, request, message);
  if (reason) return { reason };
  return chooseReplyUrl(request, context, message);
}

function reasonAgainstParties({ issuer }: AuthnRequest, context: RequestContext): Reason | undefined {
  const { application, tenant, target } = context;
  const name = target ?? issuer?.value ?? '';
  const isKnown = target === undefined ? isNameOfApplication(application, name) : target === application.applicationId;
  if (!isKnown) return REASONS.applicationNotFound(name, tenant.name);
  // Documented for multi-instancing: a targeted application that requires signed requests refuses.
  if (target !== undefined && application.requireVerificationCertificates) return REASONS.notSigned();
  return application.enabledForUsersToSignIn ? undefined : REASONS.applicationDisabled(application);
}

/** An Identifier exactly, or the application id, which is a service principal name as well. */
function isNameOfApplication({ identifiers, applicationId }: Application, name: string): boolean {
  return identifiers.includes(name) || [applicationId, `spn:${applicationId}`].includes(name);
}

function chooseReplyUrl(
  request: AuthnRequest,
  { application }: RequestContext,
  message: OpenedMessage,
): Verdict<AcceptedRequest> {
  const issuer = request.issuer?.value ?? '';
  const asked = request.assertionConsumerServiceUrl;
  const [byDefault] = application.replyUrls;
  if (asked !== undefined && !application.replyUrls.some((url) => matchesReplyUrl(asked, url))) {
    return { reason: REASONS.replyUrlMismatch(asked, issuer) };
  }
  const assertionConsumerServiceUrl = asked ?? byDefault;
  if (assertionConsumerServiceUrl === undefined) return { reason: REASONS.replyUrlMissing() };
  const inResponseTo = request.id === MAGIC_REQUEST_ID ? undefined : request.id;
  const accepted = {
    request,
    message,
    assertionConsumerServiceUrl,
    audience: audienceFor(issuer),
    ...present({ inResponseTo }),
  };
  return { accepted };
}

/** A URI is the audience unchanged; a bare GUID gets the prefix that so many service providers stumble over. */
function audienceFor(issuer: string): string {
  return isGuid(issuer) ? `spn:${issuer}` : issuer;
}
