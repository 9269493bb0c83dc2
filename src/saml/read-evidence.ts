import type { Evidence, ReadingKeys, ReceivedMessage } from './evidence.js';
import { locateInText, pathOf } from './locate.js';
import { present } from './present.js';
import { readEncrypted } from './read-encrypted.js';
import { misplacedAssertions, readAssertion, readResponse } from './read-response.js';
import { readTransport } from './read-transport.js';
import { DEFAULT_XML_LIMITS, readXml } from './read-xml.js';
import type { Response } from './types.js';
import { verifySignatures } from './verify-signature.js';
import type { XmlDocument, XmlElement, XmlLimits } from './xml.js';

/**
 * Reads one message as far as it can be read. A bad message is never an exception: what could not be read is absent.
 *
 * @param keys Certificates signatures are checked with, and private keys for an encrypted assertion.
 * @param limits Caps on the text and, again, on a decrypted assertion.
 */
export async function readEvidence(
  received: ReceivedMessage,
  keys: ReadingKeys,
  limits: XmlLimits = DEFAULT_XML_LIMITS,
): Promise<Partial<Evidence>> {
  const certificates = keys.identityProvider.signingCertificates;
  const trust = certificates.length > 0 ? { trust: { certificates } } : {};
  const { transport, text } = readTransport(received, limits.maxBytes);
  if (text === undefined) return { transport, ...trust };
  const { document, problem } = readXml(text, limits);
  if (!document) {
    const at = { ...locateInText(text, problem.offset), path: problem.within ? pathOf(problem.within) : '/' };
    return { transport, text, xml: { failure: { problem, at } }, ...trust };
  }
  return Object.assign({ transport, text, xml: {}, document }, trust, readDocument(document, keys, limits));
}

/** Everything below the XML: response, assertion (decrypted if need be) and signatures. */
function readDocument(document: XmlDocument, keys: ReadingKeys, limits: XmlLimits): Partial<Evidence> {
  const published = keys.identityProvider.signingCertificates;
  const response = readResponse(document);
  if (!response) return { signatures: verifySignatures(document, {}, published) };
  const encrypted = response.encryptedAssertions[0];
  const { encryption, document: inner } = encrypted ? readEncrypted(encrypted, keys.decryptionKeys, limits) : {};
  const assertion = judgedAssertion(response, inner);
  const judged = present({ response: response.element, assertion });
  const signatures = verifySignatures(document, judged, published);
  return present({
    response: inner ? withMisplaced(response, inner) : response,
    assertion: assertion && readAssertion(assertion),
    assertionDocument: assertion && (assertion === inner?.root ? inner : document),
    signatures: inner ? [...signatures, ...verifySignatures(inner, judged, published)] : signatures,
    encryption,
  });
}

/** The assertion that is judged: the first under Response, whether it came plain or encrypted; absent when that one did not decrypt. */
function judgedAssertion(response: Response, inner: XmlDocument | undefined): XmlElement | undefined {
  const [plain] = response.assertions;
  const [encrypted] = response.encryptedAssertions;
  return plain && (!encrypted || plain.startTagEnd < encrypted.startTagEnd) ? plain : inner?.root;
}

/** A decrypted assertion can hide assertions too. */
function withMisplaced(response: Response, inner: XmlDocument): Response {
  const hidden = misplacedAssertions(inner.root);
  return hidden.length > 0
    ? { ...response, misplacedAssertions: [...response.misplacedAssertions, ...hidden] }
    : response;
}
