import type { AadstsNumber } from '../../entra/aadsts.js';
import type { IncomingRequest } from '../../entra/sign-in-question.js';
import { decodePost, decodeRedirect } from '../../saml/bindings.js';

/** A SAML message as it came to `/saml2`, in the form in which the sign-in page hands it on. */
export type Carried =
  | { readonly binding: 'HTTP-Redirect'; readonly query: string; readonly target?: string }
  | {
      readonly binding: 'HTTP-POST';
      readonly samlRequest: string;
      readonly relayState?: string;
      readonly target?: string;
    };

type Opened =
  | { readonly incoming: IncomingRequest; readonly aadsts?: never }
  | { readonly aadsts: AadstsNumber; readonly incoming?: never };

/** A query longer than this is refused. Where Entra draws the line is not known. */
const MAX_QUERY = 16 * 1024;

/** Takes the AuthnRequest out of its binding, or says with which number Entra refuses. */
export function openCarried(carried: Carried, maxBytes?: number): Opened {
  const opened =
    carried.binding === 'HTTP-Redirect' ? openRedirect(carried.query, maxBytes) : openPost(carried, maxBytes);
  const { target } = carried;
  return opened.incoming && target !== undefined ? { incoming: { ...opened.incoming, target } } : opened;
}

function openRedirect(query: string, maxBytes: number | undefined): Opened {
  if (query.length > MAX_QUERY) return { aadsts: 90015 };
  if (!/(^|&)SAMLRe(quest|sponse)=/.test(query)) return { aadsts: 750054 };
  const { message } = decodeRedirect(query, maxBytes);
  if (!message) return { aadsts: 75001 };
  const { xml, relayState } = message;
  return { incoming: { requestXml: xml, redirect: message, ...(relayState !== undefined && { relayState }) } };
}

function openPost(
  { samlRequest, relayState }: Extract<Carried, { binding: 'HTTP-POST' }>,
  maxBytes: number | undefined,
): Opened {
  const { xml } = decodePost(samlRequest, maxBytes);
  if (xml === undefined) return { aadsts: 75005 };
  return { incoming: { requestXml: xml, ...(relayState !== undefined && { relayState }) } };
}
