import type { AuthnRequest } from '../../saml/authn-request.js';
import { type DecodedRedirect, decodePost, decodeRedirect, encodePost, encodeRedirect } from '../../saml/bindings.js';
import { present } from '../../saml/present.js';
import { REASONS, type Reason } from '../refusal.js';

/** A message that reached `/saml2`, as it came. `xml` is for callers who have no browser between themselves and the stand-in. */
export type IncomingMessage =
  | { readonly binding: 'HTTP-Redirect'; readonly query: string }
  | { readonly binding: 'HTTP-POST'; readonly samlRequest?: string; readonly relayState?: string }
  | { readonly binding: 'HTTP-Redirect' | 'HTTP-POST'; readonly xml: string; readonly relayState?: string };

/** The text of a message, and what came with it. */
export interface OpenedMessage {
  readonly xml: string;
  readonly relayState?: string;
  readonly isResponse: boolean;
  /** Set for HTTP-Redirect: its signature stands in the query, not in the XML. */
  readonly redirect?: DecodedRedirect;
  readonly loginHint?: string;
}

/** A query longer than this is refused, as browsers and Entra refuse it; where exactly Entra draws the line is not known. */
const MAX_QUERY = 16 * 1024;

/** Takes the message out of its binding. */
export function openMessage(
  incoming: IncomingMessage,
):
  | { readonly message: OpenedMessage; readonly reason?: never }
  | { readonly reason: Reason; readonly message?: never } {
  if ('query' in incoming) return openQuery(incoming.query);
  const { relayState } = incoming;
  if ('xml' in incoming && incoming.binding === 'HTTP-Redirect') {
    return openQuery(encodeRedirect({ xml: incoming.xml, parameter: 'SAMLRequest', ...present({ relayState }) }));
  }
  const value = 'xml' in incoming ? encodePost(incoming.xml) : incoming.samlRequest;
  if (value === undefined) return { reason: REASONS.bodyParameterMissing('SAMLRequest') };
  const { xml, problem } = decodePost(value);
  if (xml === undefined) return { reason: REASONS.notValid(problem) };
  return { message: { xml, isResponse: false, ...present({ relayState }) } };
}

function openQuery(query: string): ReturnType<typeof openMessage> {
  if (query.length > MAX_QUERY) return { reason: REASONS.queryTooLong() };
  if (!/(^\??|&)SAML(Request|Response)=/.test(query)) return { reason: REASONS.messageMissing() };
  const { message, problem } = decodeRedirect(query);
  if (!message) return { reason: REASONS.bindingFailed(problem) };
  const loginHint = message.others.find(([name]) => name === 'login_hint')?.[1];
  return {
    message: {
      xml: message.xml,
      isResponse: message.parameter === 'SAMLResponse',
      redirect: message,
      ...present({ relayState: message.relayState, loginHint }),
    },
  };
}

/** An AuthnRequest that passed, with what follows from it. */
export interface AcceptedRequest {
  readonly request: AuthnRequest;
  readonly message: OpenedMessage;
  /** Where the response goes, byte for byte as it was asked for (an explicit :443 stays). */
  readonly assertionConsumerServiceUrl: string;
  readonly audience: string;
  /** Absent for the request of the portal's test, whose ID is fixed: its response answers nothing. */
  readonly inResponseTo?: string;
}
