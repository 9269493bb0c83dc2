import { type Obstacle, obstacle } from './aadsts.js';
import type { Application } from './application.js';
import type { AcceptedRequest, AnswerAddress, Question } from './sign-in-question.js';
import type { EntraStandIn } from './stand-in.js';

/** A login whose request is in order. */
export interface BegunLogin {
  readonly request: AcceptedRequest;
  readonly audience: string;
}

type Beginning =
  | { readonly begun: BegunLogin; readonly url?: never; readonly obstacle?: never }
  | { readonly url: string; readonly begun?: never; readonly obstacle?: never }
  | { readonly obstacle: Obstacle; readonly address?: AnswerAddress; readonly begun?: never; readonly url?: never };

/** Everything that is decided before the user is looked at. */
export function beginLogin(standIn: EntraStandIn, question: Question): Beginning {
  if (question.kind === 'idp-initiated') return beginAtEntra(standIn.application, question.ignoreSignOnUrl ?? false);
  const inspected = standIn.inspectRequest(question);
  if (inspected.obstacle) return inspected;
  const { accepted: request, audience } = inspected;
  // Silent sign-in wants a session; which number SAML gets for that is inferred.
  return request.isPassive && !question.session
    ? { obstacle: obstacle(50058), address: addressOf(request) }
    : { begun: { request, audience } };
}

/** My Apps and Test: with a Sign-on URL the service provider starts; else Entra answers a request of its own. */
function beginAtEntra(application: Application, ignoreSignOnUrl: boolean): Beginning {
  const { signOnUrl, relayState } = application;
  if (signOnUrl !== undefined && !ignoreSignOnUrl) return { url: signOnUrl };
  // That request is not signed.
  if (application.requireVerificationCertificates) return { obstacle: obstacle(76021) };
  const [assertionConsumerServiceUrl] = application.replyUrls;
  const [audience] = application.identifiers;
  if (assertionConsumerServiceUrl === undefined || audience === undefined) return { obstacle: obstacle(900971) };
  const request = { assertionConsumerServiceUrl, forceAuthn: false, isPassive: false, contextClassRefs: [] };
  return { begun: { request: relayState === undefined ? request : { ...request, relayState }, audience } };
}

export function addressOf({ id, assertionConsumerServiceUrl, relayState }: AcceptedRequest): AnswerAddress {
  return {
    assertionConsumerServiceUrl,
    ...(id !== undefined && { inResponseTo: id }),
    ...(relayState !== undefined && { relayState }),
  };
}
