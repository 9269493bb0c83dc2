import { instantAttribute } from './instant.js';
import { NS } from './names.js';
import { present } from './present.js';
import { type MessageProblem, readMessage } from './read-message.js';
import { readStatus } from './read-response.js';
import { readNameId } from './read-subject.js';
import type { Instant, NameId, Status } from './types.js';
import { attribute, child, children, textOf } from './walk.js';
import type { XmlDocument, XmlElement } from './xml.js';

/** What LogoutRequest and LogoutResponse have in common (SAML core 3.2). */
interface LogoutMessage {
  readonly document: XmlDocument;
  readonly element: XmlElement;
  readonly id?: string;
  readonly version?: string;
  readonly issueInstant?: Instant;
  readonly destination?: string;
  readonly issuer?: NameId;
  /** The enveloped ds:Signature, present or not; whether it holds is for `readEnvelopedSignature`. */
  readonly signature?: XmlElement;
}

/** samlp:LogoutRequest (SAML core 3.7.1), as it is written. */
export interface LogoutRequest extends LogoutMessage {
  readonly notOnOrAfter?: Instant;
  readonly reason?: string;
  readonly nameId?: NameId;
  readonly sessionIndexes: readonly string[];
}

/** samlp:LogoutResponse (SAML core 3.7.2), as it is written. */
export interface LogoutResponse extends LogoutMessage {
  readonly inResponseTo?: string;
  readonly status?: Status;
}

type Read<K extends string, T> =
  | ({ [key in K]: T } & { problem?: never })
  | ({ problem: MessageProblem } & { [key in K]?: never });

/** Reads a samlp:LogoutRequest. Never throws: a bad one is a problem with a sentence. */
export function readLogoutRequest(xml: string): Read<'request', LogoutRequest> {
  const { document, problem } = readLogout(xml, 'LogoutRequest');
  if (!document) return { problem };
  const { root } = document;
  const nameId = child(root, NS.assertion, 'NameID');
  return {
    request: {
      ...readCommon(document),
      ...present({
        notOnOrAfter: instantAttribute(root, 'NotOnOrAfter'),
        reason: attribute(root, 'Reason'),
        nameId: nameId && readNameId(nameId),
      }),
      sessionIndexes: children(root, NS.protocol, 'SessionIndex').map(textOf),
    },
  };
}

/** Reads a samlp:LogoutResponse. Never throws: a bad one is a problem with a sentence. */
export function readLogoutResponse(xml: string): Read<'response', LogoutResponse> {
  const { document, problem } = readLogout(xml, 'LogoutResponse');
  if (!document) return { problem };
  const status = child(document.root, NS.protocol, 'Status');
  const inResponseTo = attribute(document.root, 'InResponseTo');
  return { response: { ...readCommon(document), ...present({ inResponseTo, status: status && readStatus(status) }) } };
}

function readLogout(xml: string, name: 'LogoutRequest' | 'LogoutResponse'): ReturnType<typeof readMessage> {
  const { document, problem } = readMessage(xml, name);
  if (!document) return { problem };
  // Nobody honest sends them, and they can split a name in two for one reader and not for another.
  if (document.comments.length + document.processingInstructions.length > 0) {
    return { problem: { message: `A ${name} must not hold comments or processing instructions.` } };
  }
  return { document };
}

function readCommon(document: XmlDocument): LogoutMessage {
  const { root } = document;
  const issuer = child(root, NS.assertion, 'Issuer');
  return present({
    document,
    element: root,
    id: attribute(root, 'ID'),
    version: attribute(root, 'Version'),
    issueInstant: instantAttribute(root, 'IssueInstant'),
    destination: attribute(root, 'Destination'),
    issuer: issuer && readNameId(issuer),
    signature: child(root, NS.signature, 'Signature'),
  });
}
