import { NS } from './names.js';
import { attribute, child, children, textOf, visitElements } from './walk.js';
import type { XmlElement } from './xml.js';

/**
 * The md:KeyDescriptor elements of a role that may be used for a purpose: those that name it and those that name none
 * (SAML metadata 2.4.1.1).
 */
export function keyDescriptors(role: XmlElement, use: 'signing' | 'encryption'): XmlElement[] {
  return children(role, NS.metadata, 'KeyDescriptor').filter((descriptor) => {
    const stated = attribute(descriptor, 'use');
    return stated === undefined || stated === use;
  });
}

/**
 * The certificates of a KeyDescriptor's keys: the first of each X509Data. What follows in the same X509Data is the chain above it,
 * whose keys must not count as the entity's own.
 */
export function keyCertificateTexts(descriptor: XmlElement): string[] {
  const keyInfo = child(descriptor, NS.signature, 'KeyInfo');
  const data = keyInfo ? children(keyInfo, NS.signature, 'X509Data') : [];
  return data.flatMap((one) => certificateTexts(one).slice(0, 1));
}

/** The texts of all ds:X509Certificate elements in an element, white space removed, in order. */
export function certificateTexts(element: XmlElement): string[] {
  const texts: string[] = [];
  visitElements(element, (inner) => {
    if (inner.localName === 'X509Certificate' && inner.namespace === NS.signature) {
      texts.push(textOf(inner).replace(/\s+/g, ''));
    }
  });
  return texts;
}
