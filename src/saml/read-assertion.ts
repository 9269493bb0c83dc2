import { instantAttribute } from './instant.js';
import { NS } from './names.js';
import { present } from './present.js';
import { readConditions } from './read-conditions.js';
import { readNameId, readSubject } from './read-subject.js';
import type { Assertion, Attribute, AuthnStatement } from './types.js';
import { attribute, child, children, textOf, textPiece } from './walk.js';
import type { XmlElement } from './xml.js';

/** Reads a saml:Assertion (SAML core 2.3.3) piece by piece; the caller has looked at the element's name. */
export function readAssertion(element: XmlElement): Assertion {
  const issuer = child(element, NS.assertion, 'Issuer');
  const subject = child(element, NS.assertion, 'Subject');
  return present({
    element,
    id: attribute(element, 'ID'),
    version: attribute(element, 'Version'),
    issueInstant: instantAttribute(element, 'IssueInstant'),
    issuer: issuer && readNameId(issuer),
    subject: subject && readSubject(subject),
    conditions: children(element, NS.assertion, 'Conditions').map(readConditions),
    authnStatements: children(element, NS.assertion, 'AuthnStatement').map(readAuthnStatement),
    attributes: readAttributes(element),
  });
}

function readAuthnStatement(element: XmlElement): AuthnStatement {
  const context = child(element, NS.assertion, 'AuthnContext');
  const contextClass = context && child(context, NS.assertion, 'AuthnContextClassRef');
  return present({
    element,
    authnInstant: instantAttribute(element, 'AuthnInstant'),
    sessionIndex: attribute(element, 'SessionIndex'),
    sessionNotOnOrAfter: instantAttribute(element, 'SessionNotOnOrAfter'),
    contextClassRef: contextClass && textOf(contextClass),
  });
}

function readAttributes(assertion: XmlElement): Attribute[] {
  const attributes: Attribute[] = [];
  for (const statement of children(assertion, NS.assertion, 'AttributeStatement')) {
    for (const element of children(statement, NS.assertion, 'Attribute')) attributes.push(readAttribute(element));
  }
  return attributes;
}

function readAttribute(element: XmlElement): Attribute {
  const name = attribute(element, 'Name');
  const nameFormat = attribute(element, 'NameFormat');
  const friendlyName = attribute(element, 'FriendlyName');
  const values = children(element, NS.assertion, 'AttributeValue').map(textPiece);
  // Entra writes a name and nothing else, and there may be hundreds.
  if (name !== undefined && nameFormat === undefined && friendlyName === undefined) return { element, name, values };
  return present({ element, name, nameFormat, friendlyName, values });
}
