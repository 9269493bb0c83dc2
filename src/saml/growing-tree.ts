/** A tree while it is read: what both readers of XML share, so that they build the same one. */

import type { NamespaceScope } from './namespace-scope.js';
import type { XmlAttribute, XmlDeclaration, XmlElement, XmlNode } from './xml.js';
import { XmlRefusal } from './xml-refusal.js';

type Writable<T> = { -readonly [K in keyof T]: T[K] };
export type GrowingAttribute = Writable<XmlAttribute>;
export type GrowingElement = Omit<Writable<XmlElement>, 'attributes' | 'declarations' | 'children' | 'parent'> & {
  attributes: GrowingAttribute[];
  declarations: XmlDeclaration[];
  children: XmlNode[];
  parent: GrowingElement | undefined;
};

// Most elements lack one or two of these: nothing is allocated for what is not there.
export const NO_ATTRIBUTES = Object.freeze([]) as unknown as GrowingAttribute[];
export const NO_DECLARATIONS = Object.freeze([]) as unknown as XmlDeclaration[];
export const NO_CHILDREN = Object.freeze([]) as unknown as XmlNode[];

export function append(element: GrowingElement, node: XmlNode): void {
  if (element.children === NO_CHILDREN) element.children = [node];
  else element.children.push(node);
}

/**
 * Looks up the namespaces of an element's attributes once all its declarations are in force.
 *
 * @param prefixed How many of them have a prefix.
 * @throws XmlRefusal for a prefix that stands for nothing, and for one attribute written twice.
 */
export function bindAttributes(attributes: readonly GrowingAttribute[], prefixed: number, scope: NamespaceScope): void {
  for (const attribute of attributes) {
    if (attribute.prefix !== '') attribute.namespace = scope.ofAttribute(attribute.prefix);
  }
  if (prefixed > 1) refuseTwins(attributes);
}

/** Two prefixes of one namespace make two spellings of the same attribute, which the parser cannot see. */
function refuseTwins(attributes: readonly XmlAttribute[]): void {
  const seen = new Set<string>();
  for (const { prefix, namespace, localName } of attributes) {
    if (prefix === '') continue;
    const name = `${namespace} ${localName}`;
    if (seen.has(name)) {
      throw new XmlRefusal('not-well-formed', `The attribute ${localName} is written twice on one element.`);
    }
    seen.add(name);
  }
}

/** What is in force around a piece is in force on its root, as if it were written there; the innermost declaration counts. */
export function withInherited(own: XmlDeclaration[], inherited: readonly XmlDeclaration[]): XmlDeclaration[] {
  if (inherited.length === 0) return own;
  const byPrefix = new Map([...inherited, ...own].map((declaration) => [declaration.prefix, declaration]));
  return [...byPrefix.values()];
}
