/**
 * Small questions about a tree. Names are always compared with their namespace. Every message asks them hundreds of times: loops count
 * instead of iterating, which allocates until the engine has compiled the caller at its best.
 */

import type { TextPiece } from './types.js';
import type { XmlElement, XmlNode } from './xml.js';

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string' && node.kind === 'element';
}

export function hasName(element: XmlElement, namespace: string, localName: string): boolean {
  return element.localName === localName && element.namespace === namespace;
}

/** The child elements, in order. */
export function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter(isElement);
}

/** The children with this name, in order. */
export function children(element: XmlElement, namespace: string, localName: string): XmlElement[] {
  const found: XmlElement[] = [];
  const { children: nodes } = element;
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (typeof node === 'object' && node.kind === 'element' && hasName(node, namespace, localName)) found.push(node);
  }
  return found;
}

/** The first child with this name. */
export function child(element: XmlElement, namespace: string, localName: string): XmlElement | undefined {
  const { children: nodes } = element;
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (typeof node === 'object' && node.kind === 'element' && hasName(node, namespace, localName)) return node;
  }
  return undefined;
}

/** The value of an attribute without namespace. */
export function attribute(element: XmlElement, localName: string): string | undefined {
  return attributeNs(element, '', localName);
}

function attributeNs(element: XmlElement, namespace: string, localName: string): string | undefined {
  const { attributes } = element;
  for (let index = 0; index < attributes.length; index++) {
    const candidate = attributes[index];
    if (candidate?.localName === localName && candidate.namespace === namespace) return candidate.value;
  }
  return undefined;
}

/** The xs:boolean an attribute without namespace holds; undefined for anything else. */
export function booleanAttribute(element: XmlElement, localName: string): boolean | undefined {
  const value = attribute(element, localName)?.trim();
  if (value === 'true' || value === '1') return true;
  return value === 'false' || value === '0' ? false : undefined;
}

/** All text inside an element, that of nested elements included, exactly as written; comments and instructions add nothing. */
export function textOf(element: XmlElement): string {
  const { children: nodes } = element;
  const only = nodes[0];
  if (nodes.length <= 1 && (only === undefined || typeof only === 'string')) return only ?? '';
  let text = '';
  for (const node of nodes) {
    if (typeof node === 'string') text += node;
    else if (node.kind === 'element') text += textOf(node);
  }
  return text;
}

/** False when an element, a comment or a processing instruction stands inside. */
export function isTextOnly(element: XmlElement): boolean {
  const { children: nodes } = element;
  for (let index = 0; index < nodes.length; index++) if (typeof nodes[index] !== 'string') return false;
  return true;
}

export function textPiece(element: XmlElement): TextPiece {
  return { value: textOf(element), isTextOnly: isTextOnly(element), element };
}

/** Calls `visit` for an element and every element inside it, in document order. */
export function visitElements(element: XmlElement, visit: (element: XmlElement) => void): void {
  visit(element);
  const { children } = element;
  for (let index = 0; index < children.length; index++) {
    const node = children[index];
    if (typeof node === 'object' && node.kind === 'element') visitElements(node, visit);
  }
}

/** True when `inner` is `outer` or stands anywhere inside it. */
export function isWithin(inner: XmlElement, outer: XmlElement): boolean {
  for (let at: XmlElement | undefined = inner; at; at = at.parent) if (at === outer) return true;
  return false;
}
