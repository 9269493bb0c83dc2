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
  for (const { localName, value } of element.attributes) {
    if (localName.length !== 2 || localName.toLowerCase() !== 'id') continue;
    const carriers = ids.get(value);
    if (carriers) carriers.push(element);
    else ids.set(value, [element]);
  }
}

/** The identifier SAML itself gives an element: its `ID` attribute. */
export function idOf(element: XmlElement): string | undefined {
  return attribute(element, 'ID');
}
