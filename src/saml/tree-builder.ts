import { colonOf, NamespaceScope } from './namespace-scope.js';
import type { XmlAttribute, XmlDeclaration, XmlDocument, XmlElement, XmlLimits, XmlNode } from './xml.js';
import { XmlRefusal } from './xml-refusal.js';

type Growing = { -readonly [K in keyof XmlElement]: XmlElement[K] } & {
  children: XmlNode[];
  parent: Growing | undefined;
};

interface Tag {
  readonly name: string;
  readonly attributes: Record<string, string>;
}

const NO_ATTRIBUTES: readonly XmlAttribute[] = Object.freeze([]);
const NO_DECLARATIONS: readonly XmlDeclaration[] = Object.freeze([]);
const NO_CHILDREN = Object.freeze([]) as unknown as XmlNode[];

/** Turns the parser's events into a tree, holding the caps and the rules of namespaces as it goes. */
export class TreeBuilder {
  readonly #text: string;
  readonly #limits: XmlLimits;
  readonly #position: () => number;
  readonly #scope: NamespaceScope;
  readonly #comments: number[] = [];
  readonly #processingInstructions: number[] = [];
  readonly #cdataSections: number[] = [];
  #root: Growing | undefined;
  #current: Growing | undefined;
  #depth = 0;
  #elementCount = 0;
  // Where the markup after the latest event starts: the parser tells only where it ends.
  #mark = 0;

  /** @param position Index into the text of the next character the parser will read. */
  constructor(text: string, limits: XmlLimits, position: () => number, inherited: readonly XmlDeclaration[]) {
    this.#text = text;
    this.#limits = limits;
    this.#position = position;
    this.#scope = new NamespaceScope(inherited);
  }

  open(tag: Tag): void {
    this.#countElement();
    const declarations = this.#declare(tag.attributes);
    const colon = colonOf(tag.name);
    const prefix = colon < 0 ? '' : tag.name.slice(0, colon);
    const position = this.#position();
    const element: Growing = {
      kind: 'element',
      prefix,
      localName: colon < 0 ? tag.name : tag.name.slice(colon + 1),
      namespace: this.#scope.ofElement(prefix),
      attributes: this.#attributes(tag.attributes, declarations.length),
      declarations,
      children: NO_CHILDREN,
      parent: this.#current,
      startTagEnd: position,
      end: position,
    };
    if (this.#current === undefined) this.#root = element;
    else this.#append(element);
    this.#current = element;
    this.#mark = position;
  }

  close(): void {
    const element = this.#current;
    if (element === undefined) return;
    this.#mark = element.end = this.#position();
    if (element.declarations.length > 0) this.#scope.leave(element.declarations.length);
    this.#current = element.parent;
    this.#depth--;
  }

  text(text: string): void {
    // Outside the root only white space reaches this point. The parser has just read the `<` that ended the text.
    this.#mark = this.#position() - 1;
    if (this.#current !== undefined) this.#appendText(text);
  }

  cdata(text: string): void {
    this.#cdataSections.push(this.#mark);
    this.#mark = this.#position();
    if (text !== '') this.#appendText(text);
  }

  comment(text: string): void {
    this.#comments.push(this.#mark);
    if (this.#current !== undefined) this.#append({ kind: 'comment', text, offset: this.#mark });
    // The parser reports a comment at its `--`; the `>` follows or it throws.
    this.#mark = this.#position() + 1;
  }

  processingInstruction({ target, body }: { target: string; body: string }): void {
    // What the parser lets through: a colon in the name, and a body that touches the name.
    const after = this.#text.charAt(this.#mark + 2 + target.length);
    if (target.includes(':') || !/[\s?]/.test(after) || (after === '?' && body !== '')) {
      throw new XmlRefusal('not-well-formed', 'A processing instruction has a malformed name.');
    }
    this.#processingInstructions.push(this.#mark);
    if (this.#current !== undefined) {
      this.#append({ kind: 'processing-instruction', target, body, offset: this.#mark });
    }
    this.#mark = this.#position();
  }

  /** The tree, once the parser has found nothing wrong. */
  finish(declaredEncoding: string | undefined): XmlDocument {
    if (this.#root === undefined) throw new XmlRefusal('not-well-formed', 'There is no XML element in it.');
    return {
      text: this.#text,
      root: this.#root,
      elementCount: this.#elementCount,
      declaredEncoding,
      comments: this.#comments,
      processingInstructions: this.#processingInstructions,
      cdataSections: this.#cdataSections,
    };
  }

  /** The innermost element that is open, for saying where reading ended. */
  get openElement(): XmlElement | undefined {
    return this.#current;
  }

  #countElement(): void {
    const { maxElements, maxDepth } = this.#limits;
    if (++this.#elementCount > maxElements) {
      throw new XmlRefusal('too-many-elements', `There are more than ${maxElements} elements.`, undefined, maxElements);
    }
    if (++this.#depth > maxDepth) {
      throw new XmlRefusal('too-deep', `Elements are nested more than ${maxDepth} deep.`, undefined, maxDepth);
    }
  }

  /** Puts the declarations of a start tag in force, before any name of it is looked up. */
  #declare(written: Record<string, string>): readonly XmlDeclaration[] {
    const { maxAttributes } = this.#limits;
    let declarations: XmlDeclaration[] | undefined;
    let count = 0;
    for (const name in written) {
      if (++count > maxAttributes) {
        const message = `An element has more than ${maxAttributes} attributes and namespace declarations.`;
        throw new XmlRefusal('too-many-attributes', message, undefined, maxAttributes);
      }
      if (!name.startsWith('xmlns')) continue;
      const colon = colonOf(name);
      if (colon < 0 ? name !== 'xmlns' : colon !== 5) continue;
      const declaration = { prefix: colon < 0 ? '' : name.slice(6), uri: written[name] ?? '' };
      this.#scope.declare(declaration.prefix, declaration.uri);
      if (declarations === undefined) declarations = [declaration];
      else declarations.push(declaration);
    }
    return declarations ?? NO_DECLARATIONS;
  }

  #attributes(written: Record<string, string>, declared: number): readonly XmlAttribute[] {
    let attributes: XmlAttribute[] | undefined;
    let prefixed = 0;
    for (const name in written) {
      const colon = colonOf(name);
      if (declared > 0 && (colon < 0 ? name === 'xmlns' : colon === 5 && name.startsWith('xmlns'))) continue;
      const prefix = colon < 0 ? '' : name.slice(0, colon);
      if (colon >= 0) prefixed++;
      const attribute: XmlAttribute = {
        prefix,
        localName: colon < 0 ? name : name.slice(colon + 1),
        namespace: this.#scope.ofAttribute(prefix),
        value: written[name] ?? '',
      };
      if (attributes === undefined) attributes = [attribute];
      else attributes.push(attribute);
    }
    if (attributes === undefined) return NO_ATTRIBUTES;
    if (prefixed > 1) refuseTwins(attributes);
    return attributes;
  }

  #append(node: XmlNode): void {
    const parent = this.#current;
    if (parent === undefined) return;
    if (parent.children === NO_CHILDREN) parent.children = [node];
    else parent.children.push(node);
  }

  /** Text and CDATA that touch are one text. */
  #appendText(text: string): void {
    const children = this.#current?.children ?? NO_CHILDREN;
    const last = children[children.length - 1];
    if (typeof last === 'string') children[children.length - 1] = last + text;
    else this.#append(text);
  }
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
