import { instantAttribute } from './instant.js';
import { NS } from './names.js';
import { present } from './present.js';
import { readNameId } from './read-subject.js';
import type { Response, Status } from './types.js';
import { attribute, child, children, hasName, textOf, visitElements } from './walk.js';
import type { XmlDocument, XmlElement } from './xml.js';

export { readAssertion } from './read-assertion.js';

/**
 * Reads a samlp:Response (SAML core 3.2.2, 3.3.3) piece by piece; what is not there is absent, what is there is as written.
 *
 * @returns `undefined` when the root is not a Response in the SAML 2.0 protocol namespace.
 */
export function readResponse(document: XmlDocument): Response | undefined {
  const element = document.root;
  if (!hasName(element, NS.protocol, 'Response')) return undefined;
  const issuer = child(element, NS.assertion, 'Issuer');
  const status = child(element, NS.protocol, 'Status');
  return present({
    element,
    id: attribute(element, 'ID'),
    version: attribute(element, 'Version'),
    issueInstant: instantAttribute(element, 'IssueInstant'),
    destination: attribute(element, 'Destination'),
    inResponseTo: attribute(element, 'InResponseTo'),
    consent: attribute(element, 'Consent'),
    issuer: issuer && readNameId(issuer),
    status: status && readStatus(status),
    assertions: children(element, NS.assertion, 'Assertion'),
    encryptedAssertions: children(element, NS.assertion, 'EncryptedAssertion'),
    misplacedAssertions: misplacedAssertions(element),
  });
}

/** Elements that look like an assertion, in any namespace, anywhere but where the response may hold them. */
export function misplacedAssertions(root: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  visitElements(root, (element) => {
    const { localName, namespace, parent } = element;
    if (localName !== 'Assertion' && localName !== 'EncryptedAssertion') return;
    if (element !== root && !(parent === root && namespace === NS.assertion)) found.push(element);
  });
  return found;
}

/** Reads a samlp:Status (SAML core 3.2.2.1). */
export function readStatus(element: XmlElement): Status {
  const codes: string[] = [];
  for (let code = child(element, NS.protocol, 'StatusCode'); code; code = child(code, NS.protocol, 'StatusCode')) {
    codes.push(attribute(code, 'Value') ?? '');
  }
  const message = child(element, NS.protocol, 'StatusMessage');
  return present({ element, codes, message: message && textOf(message) });
}
