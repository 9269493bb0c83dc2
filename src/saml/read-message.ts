import { NS } from './names.js';
import { readXml } from './read-xml.js';
import { hasName } from './walk.js';
import type { XmlDocument, XmlProblem } from './xml.js';

/** Why a text is not the message that was expected. */
export interface MessageProblem {
  /** One sentence. */
  readonly message: string;
  /** Present when the text cannot be read at all. */
  readonly xml?: XmlProblem;
}

/** Reads a protocol message whose root has to have this name. Never throws. */
export function readMessage(
  xml: string,
  name: 'AuthnRequest' | 'LogoutRequest' | 'LogoutResponse',
): { document: XmlDocument; problem?: never } | { document?: never; problem: MessageProblem } {
  const { document, problem } = readXml(xml);
  if (!document) return { problem: { message: problem.message, xml: problem } };
  const { root } = document;
  if (hasName(root, NS.protocol, name)) return { document };
  const found = `${root.localName} of ${root.namespace || 'no namespace'}`;
  return { problem: { message: `This is ${found}, not ${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name} of SAML 2.0.` } };
}
