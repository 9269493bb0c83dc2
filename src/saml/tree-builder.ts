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

type GrowingAttribute = { -readonly [K in keyof XmlAttribute]: XmlAttribute[K] };

// Most elements lack one or two of these: nothing is allocated for what is not there.
const NO_ATTRIBUTES = Object.freeze([]) as unknown as GrowingAttribute[];
const NO_DECLARATIONS = Object.freeze([]) as unknown as XmlDeclaration[];
const NO_CHILDREN = Object.freeze([]) as unknown as XmlNode[];

/** Turns the parser's events into a tree, holding the caps and the rules of namespaces as it goes. */
export class TreeBuilder {
  readonly #text: string;
  readonly #limits: XmlLimits;
  readonly #position: () => number;
  readonly #scope: NamespaceScope;
  readonly #inherited: readonly XmlDeclaration[];
  readonly #comments: number[] = [];
  readonly #processingInstructions: number[] = [];
  readonly #cdataSections: number[] = [];
  #root: Growing | undefined;
  #current: Growing | undefined;
  #depth = 0;
  #elementCount = 0;
  // Where the markup after the latest event starts: the parser tells only where it ends.
  #mark: number;

  /** @param position Index into the text of the next character the parser will read. */
  constructor(text: string, limits: XmlLimits, position: () => number, inherited: readonly XmlDeclaration[]) {
    this.#text = text;
    this.#limits = limits;
    this.#position = position;
    this.#scope = new NamespaceScope(inherited);
    this.#inherited = inherited;
    // No event tells of an XML declaration or of white space at the very start.
    this.#mark = /^<\?xml\s/.test(text) ? text.indexOf('?>') + 2 : text.indexOf('<');
  }

  open(tag: Tag): void {
    this.#countElement();
    const { attributes, declarations } = this.#readAttributes(tag.attributes);
    const { name } = tag;
    const colon = colonOf(name);
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const position = this.#position();
    const element: Growing = {
      kind: 'element',
      prefix,
      localName: colon < 0 ? name : name.slice(colon + 1),
      namespace: this.#scope.ofElement(prefix),
      attributes,
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
    this.#root.declarations = withInherited(this.#root.declarations, this.#inherited);
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

  /** Splits what a start tag holds, and puts its declarations in force before any prefix is looked up. */
  #readAttributes(written: Record<string, string>): Pick<XmlElement, 'attributes' | 'declarations'> {
    const { maxAttributes } = this.#limits;
    let declarations = NO_DECLARATIONS;
    let attributes = NO_ATTRIBUTES;
    let prefixed = 0;
    let count = 0;
    for (const name in written) {
      if (++count > maxAttributes) {
        const message = `An element has more than ${maxAttributes} attributes and namespace declarations.`;
        throw new XmlRefusal('too-many-attributes', message, undefined, maxAttributes);
      }
      const value = written[name] ?? '';
      const colon = colonOf(name);
      const prefix = colon < 0 ? '' : name.slice(0, colon);
      const localName = colon < 0 ? name : name.slice(colon + 1);
      if (name === 'xmlns' || prefix === 'xmlns') {
        const declaration = { prefix: colon < 0 ? '' : localName, uri: value };
        this.#scope.declare(declaration.prefix, value);
        if (declarations === NO_DECLARATIONS) declarations = [declaration];
        else declarations.push(declaration);
      } else {
        if (colon >= 0) prefixed++;
        const attribute = { prefix, localName, namespace: '', value };
        if (attributes === NO_ATTRIBUTES) attributes = [attribute];
        else attributes.push(attribute);
      }
    }
    if (prefixed > 0) this.#bind(attributes, prefixed);
    return { attributes, declarations };
  }

  #bind(attributes: GrowingAttribute[], prefixed: number): void {
    for (const attribute of attributes) {
      if (attribute.prefix !== '') attribute.namespace = this.#scope.ofAttribute(attribute.prefix);
    }
    if (prefixed > 1) refuseTwins(attributes);
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

/** What is in force around a piece is in force on its root, as if it were written there; the innermost declaration counts. */
function withInherited(
  own: readonly XmlDeclaration[],
  inherited: readonly XmlDeclaration[],
): readonly XmlDeclaration[] {
  if (inherited.length === 0) return own;
  const byPrefix = new Map([...inherited, ...own].map((declaration) => [declaration.prefix, declaration]));
  return [...byPrefix.values()];
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
