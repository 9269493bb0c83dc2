import type { XmlAttribute, XmlComment, XmlElement, XmlProcessingInstruction } from './xml.js';

export interface CanonicalizeOptions {
  /** An element to leave out with all it holds: the signature itself, for the enveloped-signature transform. */
  readonly omit?: XmlElement;
  /** `PrefixList` of `InclusiveNamespaces`; `#default` names the default namespace. */
  readonly inclusivePrefixes?: readonly string[];
  readonly withComments?: boolean;
}

/**
 * Exclusive XML Canonicalization 1.0 (W3C, 18 July 2002) of one element and all it holds.
 *
 * @returns The canonical text; its UTF-8 bytes are what digests and signatures cover.
 */
export function canonicalize(element: XmlElement, options: CanonicalizeOptions = {}): string {
  return new Canonicalizer(options).element(element, true);
}

class Canonicalizer {
  readonly #omit: XmlElement | undefined;
  readonly #inclusive: readonly string[];
  readonly #withComments: boolean;
  // The namespace declarations written so far by the elements around the one being written, innermost last.
  readonly #prefixes: string[] = [''];
  readonly #uris: string[] = [''];

  constructor(options: CanonicalizeOptions) {
    this.#omit = options.omit;
    const { inclusivePrefixes: prefixes = NO_PREFIXES } = options;
    this.#inclusive = prefixes.length === 0 ? NO_PREFIXES : [...new Set(prefixes)].map(withoutDefault);
    this.#withComments = options.withComments ?? false;
  }

  element(element: XmlElement, isApex: boolean): string {
    const { prefix, localName, attributes, children } = element;
    const name = prefix === '' ? localName : `${prefix}:${localName}`;
    const around = this.#prefixes.length;
    let out = `<${name}`;
    if (attributes.length > 0 || this.#isNews(prefix, element.namespace) || this.#inclusive.length > 0) {
      out += this.#namespaces(element, isApex) + writeAttributes(attributes);
    }
    out += '>';
    for (let index = 0; index < children.length; index++) {
      const node = children[index];
      if (node === undefined) continue;
      if (typeof node === 'string') out += escapeText(node);
      else if (node.kind !== 'element') out += this.#commentOrInstruction(node);
      else if (node !== this.#omit) out += this.element(node, false);
    }
    if (this.#prefixes.length > around) this.#prefixes.length = this.#uris.length = around;
    return `${out}</${name}>`;
  }

  #commentOrInstruction(node: XmlComment | XmlProcessingInstruction): string {
    if (node.kind === 'comment') return this.#withComments ? `<!--${node.text}-->` : '';
    return node.body === '' ? `<?${node.target}?>` : `<?${node.target} ${node.body}?>`;
  }

  /** The declarations this element needs: those its own names use, and those of the inclusive prefixes in force. */
  #namespaces(element: XmlElement, isApex: boolean): string {
    const start = this.#prefixes.length;
    this.#use(element.prefix, element.namespace);
    const { attributes } = element;
    for (let index = 0; index < attributes.length; index++) {
      const attribute = attributes[index];
      if (attribute && attribute.prefix !== '') this.#use(attribute.prefix, attribute.namespace);
    }
    if (this.#inclusive.length > 0 && (isApex || element.declarations.length > 0)) {
      for (const prefix of this.#inclusive) {
        const uri = namespaceInForce(element, prefix);
        if (uri !== undefined) this.#use(prefix, uri);
      }
    }
    const count = this.#prefixes.length - start;
    if (count === 0) return '';
    if (count === 1) return declaration(this.#prefixes[start] ?? '', this.#uris[start] ?? '');
    const needed = this.#prefixes
      .slice(start)
      .map((prefix, index) => ({ prefix, uri: this.#uris[start + index] ?? '' }));
    needed.sort((a, b) => compareCodePoints(a.prefix, b.prefix));
    return needed.map(({ prefix, uri }) => declaration(prefix, uri)).join('');
  }

  /** Notes a declaration unless the nearest one written for its prefix says the same. */
  #use(prefix: string, uri: string): void {
    if (!this.#isNews(prefix, uri)) return;
    this.#prefixes.push(prefix);
    this.#uris.push(uri);
  }

  #isNews(prefix: string, uri: string): boolean {
    if (prefix === 'xml') return false;
    const nearest = this.#prefixes.lastIndexOf(prefix);
    return nearest < 0 || this.#uris[nearest] !== uri;
  }
}

const NO_PREFIXES: readonly string[] = [];

function withoutDefault(prefix: string): string {
  return prefix === '#default' ? '' : prefix;
}

function declaration(prefix: string, uri: string): string {
  return prefix === '' ? ` xmlns="${escapeAttribute(uri)}"` : ` xmlns:${prefix}="${escapeAttribute(uri)}"`;
}

function writeAttributes(attributes: readonly XmlAttribute[]): string {
  let out = '';
  const ordered = inOrder(attributes);
  for (let index = 0; index < ordered.length; index++) {
    const attribute = ordered[index];
    if (!attribute) continue;
    const { prefix, localName, value } = attribute;
    const name = prefix === '' ? localName : `${prefix}:${localName}`;
    out += ` ${name}="${escapeAttribute(value)}"`;
  }
  return out;
}

/** The attributes as canonical text orders them; the same list when they are in order already, as they mostly are. */
function inOrder(attributes: readonly XmlAttribute[]): readonly XmlAttribute[] {
  for (let i = 1; i < attributes.length; i++) {
    const before = attributes[i - 1];
    const after = attributes[i];
    if (before && after && compareAttributes(before, after) > 0) return [...attributes].sort(compareAttributes);
  }
  return attributes;
}

/** The namespace a prefix stands for on an element, undefined when for none; `''` when the default namespace is switched off. */
function namespaceInForce(element: XmlElement, prefix: string): string | undefined {
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    const declaration = at.declarations.find((candidate) => candidate.prefix === prefix);
    if (declaration) return declaration.uri;
  }
  return undefined;
}

function compareAttributes(a: XmlAttribute, b: XmlAttribute): number {
  return compareCodePoints(a.namespace, b.namespace) || compareCodePoints(a.localName, b.localName);
}

/** The order of code points, in which characters beyond U+FFFF come last; JavaScript's own order puts them before U+E000. */
function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return isSurrogate(x) === isSurrogate(y) ? x - y : isSurrogate(x) ? 1 : -1;
  }
  return a.length - b.length;
}

function isSurrogate(codeUnit: number): boolean {
  return codeUnit >= 0xd800 && codeUnit <= 0xdfff;
}

const TEXT_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
const ATTRIBUTE_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

// Canonical XML 1.0, 2.3: which characters text and attribute nodes replace.
function escapeText(text: string): string {
  // Looking for one character is many times as quick as for a class of them, and hardly any text has one.
  const needsIt = text.includes('&') || text.includes('<') || text.includes('>') || text.includes('\r');
  return needsIt ? text.replace(/[&<>\r]/g, (found) => TEXT_ESCAPES[found] ?? found) : text;
}

function escapeAttribute(value: string): string {
  return /[&<"\t\n\r]/.test(value)
    ? value.replace(/[&<"\t\n\r]/g, (found) => ATTRIBUTE_ESCAPES[found] ?? found)
    : value;
}
