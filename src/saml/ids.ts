import { attribute, visitElements } from './walk.js';
import type { XmlElement } from './xml.js';

/**
 * Everything in a tree that some reader could take for an identifier: attributes named ID, Id, id or iD in any namespace, `xml:id`
 * among them.
 *
 * @returns For each value the elements that carry it, one entry per attribute, in document order.
 */
export function collectIds(root: XmlElement): ReadonlyMap<string, readonly XmlElement[]> {
  const ids = new Map<string, XmlElement[]>();
  visitElements(root, (element) => noteIds(element, ids));
  return ids;
}

/** Adds what one element carries to a collection. */
export function noteIds(element: XmlElement, ids: Map<string, XmlElement[]>): void {
  const { attributes } = element;
  for (let index = 0; index < attributes.length; index++) {
    const attribute = attributes[index];
    if (attribute?.localName.length !== 2 || attribute.localName.toLowerCase() !== 'id') continue;
    const carriers = ids.get(attribute.value);
    if (carriers) carriers.push(element);
    else ids.set(attribute.value, [element]);
  }
}

/** The identifier SAML itself gives an element: its `ID` attribute. */
export function idOf(element: XmlElement): string | undefined {
  return attribute(element, 'ID');
}
