import { decryptAssertion } from './decrypt.js';
import type { Encryption } from './evidence.js';
import { NS } from './names.js';
import { readXml } from './read-xml.js';
import { hasName } from './walk.js';
import type { XmlDeclaration, XmlDocument, XmlElement, XmlLimits } from './xml.js';

/**
 * Decrypts an EncryptedAssertion and reads what comes out as a document of its own, under the same limits. Prefixes declared around
 * the EncryptedAssertion hold inside it too (XML Encryption 1.1, 4.5).
 *
 * @returns The facts, and the document when it is an Assertion.
 */
export function readEncrypted(
  encrypted: XmlElement,
  privateKeysPem: readonly string[],
  limits: XmlLimits,
): { encryption: Encryption; document?: XmlDocument } {
  const { encryption, text } = decryptAssertion(encrypted, privateKeysPem);
  if (text === undefined) return { encryption };
  const { document, problem } = readXml(text, limits, declarationsAround(encrypted));
  if (!document) {
    return {
      encryption: { ...encryption, outcome: 'unreadable-content', detail: problem.message, xmlProblem: problem },
    };
  }
  if (!hasName(document.root, NS.assertion, 'Assertion')) {
    const detail = `It holds ${document.root.localName}, not an Assertion of SAML 2.0.`;
    return { encryption: { ...encryption, outcome: 'not-an-assertion', detail } };
  }
  return { encryption, document };
}

function declarationsAround(element: XmlElement): XmlDeclaration[] {
  const outermostFirst: XmlDeclaration[] = [];
  for (let at: XmlElement | undefined = element; at; at = at.parent) outermostFirst.unshift(...at.declarations);
  return outermostFirst;
}
