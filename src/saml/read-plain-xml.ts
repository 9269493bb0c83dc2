import {
  append,
  bindAttributes,
  type GrowingAttribute,
  type GrowingElement,
  NO_ATTRIBUTES,
  NO_CHILDREN,
  NO_DECLARATIONS,
  withInherited,
} from './growing-tree.js';
import { NamespaceScope } from './namespace-scope.js';
import { plainNameAt, type WrittenName } from './plain-name.js';
import type { XmlDeclaration, XmlDocument, XmlLimits } from './xml.js';
import { XmlRefusal } from './xml-refusal.js';

/**
 * Reads the XML nearly every identity provider sends, many times as quickly as a parser of all XML: elements, attributes, text, the five
 * entities, and nothing else.
 *
 * It never judges. Whatever it does not expect (a declaration, a comment, an instruction, CDATA, a document type, character
 * references, carriage returns, characters beyond the basic plane, a limit crossed, anything malformed) it leaves to the strict parser, which alone
 * says what is wrong. What it does read is the same tree, place by place: tests hold that over every message there is and over
 * random texts.
 *
 * @returns `undefined` when the text is not that plain.
 */
export function readPlainXml(
  text: string,
  limits: XmlLimits,
  inherited: readonly XmlDeclaration[],
): XmlDocument | undefined {
  if (UNUSUAL.test(text)) return undefined;
  try {
    return new PlainReader(text, limits, inherited).document();
  } catch (error) {
    if (error === NOT_PLAIN || error instanceof XmlRefusal) return undefined;
    throw error;
  }
}

const UNUSUAL = /[^\t\n\x20-\x7e\xa0-\ud7ff]/;
// Not an Error: nobody sees it, and a stack would cost more than the reading.
const NOT_PLAIN = Symbol('not plain');
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  // What canonicalization writes for the characters that a reader would change.
  '&#x9;': '\t',
  '&#xA;': '\n',
  '&#xD;': '\r',
};
const [TAB, LINE, BLANK, QUOTE, APOSTROPHE, SLASH, LESS, EQUALS, GREATER] = [9, 10, 32, 34, 39, 47, 60, 61, 62];
/** More than this many are looked through by the strict parser, which is quicker at finding two of one name. */
const MAX_ATTRIBUTES = 16;

class PlainReader {
  readonly #text: string;
  readonly #limits: XmlLimits;
  readonly #scope: NamespaceScope;
  readonly #inherited: readonly XmlDeclaration[];
  // Asked of the whole text once instead of every value: hardly any message has them.
  readonly #hasReferences: boolean;
  readonly #hasBreaks: boolean;
  readonly #hasCdataEnd: boolean;
  #at = 0;
  #elements = 0;

  constructor(text: string, limits: XmlLimits, inherited: readonly XmlDeclaration[]) {
    this.#text = text;
    this.#limits = limits;
    this.#inherited = inherited;
    this.#scope = new NamespaceScope(inherited);
    this.#hasReferences = text.includes('&');
    this.#hasBreaks = text.includes('\n') || text.includes('\t');
    this.#hasCdataEnd = text.includes(']]>');
  }

  document(): XmlDocument {
    this.#skipBlanks();
    const root = this.#element(undefined, 1);
    this.#skipBlanks();
    if (this.#at !== this.#text.length) throw NOT_PLAIN;
    root.declarations = withInherited(root.declarations, this.#inherited);
    return {
      text: this.#text,
      root,
      elementCount: this.#elements,
      declaredEncoding: undefined,
      comments: [],
      processingInstructions: [],
      cdataSections: [],
    };
  }

  #element(parent: GrowingElement | undefined, depth: number): GrowingElement {
    if (this.#text.charCodeAt(this.#at++) !== LESS || depth > this.#limits.maxDepth) throw NOT_PLAIN;
    if (++this.#elements > this.#limits.maxElements) throw NOT_PLAIN;
    const { name, prefix, localName } = this.#name();
    const element: GrowingElement = {
      kind: 'element',
      prefix,
      localName,
      namespace: '',
      attributes: NO_ATTRIBUTES,
      declarations: NO_DECLARATIONS,
      children: NO_CHILDREN,
      parent,
      startTagEnd: 0,
      end: 0,
    };
    const isEmpty = this.#startTag(element);
    element.namespace = this.#scope.ofElement(prefix);
    element.startTagEnd = this.#at;
    if (!isEmpty) this.#content(element, name, depth);
    element.end = this.#at;
    if (element.declarations.length > 0) this.#scope.leave(element.declarations.length);
    return element;
  }

  /** Reads to the end of a start tag. @returns True when it is the end tag too. */
  #startTag(element: GrowingElement): boolean {
    let prefixed = 0;
    for (;;) {
      const hadBlank = this.#skipBlanks();
      const next = this.#text.charCodeAt(this.#at);
      if (next === GREATER) {
        this.#at++;
        break;
      }
      if (next === SLASH) {
        if (this.#text.charCodeAt(this.#at + 1) !== GREATER) throw NOT_PLAIN;
        this.#at += 2;
        if (prefixed > 0) bindAttributes(element.attributes, prefixed, this.#scope);
        return true;
      }
      if (!hadBlank) throw NOT_PLAIN;
      if (this.#attribute(element)) prefixed++;
    }
    if (prefixed > 0) bindAttributes(element.attributes, prefixed, this.#scope);
    return false;
  }

  /** @returns True for an attribute with a prefix. */
  #attribute(element: GrowingElement): boolean {
    const { prefix, localName } = this.#name();
    const value = this.#value();
    if (prefix === 'xmlns' || (prefix === '' && localName === 'xmlns')) {
      const declaration = { prefix: prefix === '' ? '' : localName, uri: value };
      for (const other of element.declarations) if (other.prefix === declaration.prefix) throw NOT_PLAIN;
      this.#scope.declare(declaration.prefix, value);
      if (element.declarations === NO_DECLARATIONS) element.declarations = [declaration];
      else element.declarations.push(declaration);
      return this.#counted(element, false);
    }
    for (const other of element.attributes) {
      if (other.localName === localName && other.prefix === prefix) throw NOT_PLAIN;
    }
    const attribute: GrowingAttribute = { prefix, localName, namespace: '', value };
    if (element.attributes === NO_ATTRIBUTES) element.attributes = [attribute];
    else element.attributes.push(attribute);
    return this.#counted(element, prefix !== '');
  }

  #counted<T>({ attributes, declarations }: GrowingElement, answer: T): T {
    const count = attributes.length + declarations.length;
    if (count > MAX_ATTRIBUTES || count > this.#limits.maxAttributes) throw NOT_PLAIN;
    return answer;
  }

  /** `="value"`, with blanks where XML allows them. */
  #value(): string {
    this.#skipBlanks();
    if (this.#text.charCodeAt(this.#at++) !== EQUALS) throw NOT_PLAIN;
    this.#skipBlanks();
    const quote = this.#text.charCodeAt(this.#at++);
    if (quote !== QUOTE && quote !== APOSTROPHE) throw NOT_PLAIN;
    const end = this.#text.indexOf(quote === QUOTE ? '"' : "'", this.#at);
    if (end < 0) throw NOT_PLAIN;
    const written = this.#text.slice(this.#at, end);
    // A line end or tab in a value becomes a blank, which the strict parser sees to.
    if (written.includes('<') || (this.#hasBreaks && /[\n\t]/.test(written))) throw NOT_PLAIN;
    this.#at = end + 1;
    return this.#hasReferences ? unescaped(written) : written;
  }

  #content(element: GrowingElement, name: string, depth: number): void {
    const text = this.#text;
    for (;;) {
      const next = text.indexOf('<', this.#at);
      if (next < 0) throw NOT_PLAIN;
      if (next > this.#at) append(element, this.#characters(text.slice(this.#at, next)));
      this.#at = next;
      if (text.charCodeAt(next + 1) === SLASH) break;
      append(element, this.#element(element, depth + 1));
    }
    if (!text.startsWith(name, this.#at + 2)) throw NOT_PLAIN;
    this.#at += 2 + name.length;
    this.#skipBlanks();
    if (text.charCodeAt(this.#at++) !== GREATER) throw NOT_PLAIN;
  }

  #characters(written: string): string {
    if (this.#hasCdataEnd && written.includes(']]>')) throw NOT_PLAIN;
    return this.#hasReferences ? unescaped(written) : written;
  }

  /** Up to the next character that cannot stand in a name, whatever it is. */
  #name(): WrittenName {
    const found = plainNameAt(this.#text, this.#at) ?? refuse();
    this.#at += found.name.length;
    return found;
  }

  #skipBlanks(): boolean {
    const start = this.#at;
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== BLANK && code !== LINE && code !== TAB) return this.#at > start;
      this.#at++;
    }
  }
}

function refuse(): never {
  throw NOT_PLAIN;
}

function unescaped(written: string): string {
  if (!written.includes('&')) return written;
  return written.replace(/&[^;]*;?/g, (reference) => ENTITIES[reference] ?? refuse());
}
