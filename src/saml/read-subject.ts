import { instantAttribute } from './instant.js';
import { NS } from './names.js';
import { present } from './present.js';
import type { NameId, Subject, SubjectConfirmation, SubjectConfirmationData } from './types.js';
import { attribute, child, children, isTextOnly, textOf } from './walk.js';
import type { XmlElement } from './xml.js';

/** Reads a NameID or an Issuer (SAML core 2.2.2, 2.2.5). */
export function readNameId(element: XmlElement): NameId {
  return present({
    value: textOf(element),
    isTextOnly: isTextOnly(element),
    element,
    format: attribute(element, 'Format'),
    nameQualifier: attribute(element, 'NameQualifier'),
    spNameQualifier: attribute(element, 'SPNameQualifier'),
  });
}

/** Reads a Subject (SAML core 2.4.1). */
export function readSubject(element: XmlElement): Subject {
  return {
    element,
    nameIds: children(element, NS.assertion, 'NameID').map(readNameId),
    confirmations: children(element, NS.assertion, 'SubjectConfirmation').map(readConfirmation),
  };
}

function readConfirmation(element: XmlElement): SubjectConfirmation {
  const data = child(element, NS.assertion, 'SubjectConfirmationData');
  return present({ element, method: attribute(element, 'Method'), data: data && readConfirmationData(data) });
}

function readConfirmationData(element: XmlElement): SubjectConfirmationData {
  return present({
    element,
    notBefore: instantAttribute(element, 'NotBefore'),
    notOnOrAfter: instantAttribute(element, 'NotOnOrAfter'),
    recipient: attribute(element, 'Recipient'),
    inResponseTo: attribute(element, 'InResponseTo'),
    address: attribute(element, 'Address'),
  });
}
