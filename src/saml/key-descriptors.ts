import { NS } from './names.js';
import { attribute, children, textOf, visitElements } from './walk.js';
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
