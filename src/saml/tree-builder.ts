import {
  append,
  bindAttributes,
  type GrowingElement,
  NO_ATTRIBUTES,
  NO_CHILDREN,
  NO_DECLARATIONS,
  withInherited,
} from './growing-tree.js';
import { NamespaceScope } from './namespace-scope.js';
import { qualifiedName } from './qualified-name.js';
import type { XmlDeclaration, XmlDocument, XmlElement, XmlLimits, XmlNode } from './xml.js';
import { XmlRefusal } from './xml-refusal.js';

interface Tag {
  readonly name: string;
  readonly attributes: Record<string, string>;
}

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
  #root: GrowingElement | undefined;
  #current: GrowingElement | undefined;
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
    const { prefix, localName } = qualifiedName(tag.name);
    const position = this.#position();
    const element: GrowingElement = {
      kind: 'element',
      prefix,
      localName,
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
  #readAttributes(written: Record<string, string>): Pick<GrowingElement, 'attributes' | 'declarations'> {
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
      const { prefix, localName } = qualifiedName(name);
      if (prefix === 'xmlns' || (prefix === '' && localName === 'xmlns')) {
        const declaration = { prefix: prefix === '' ? '' : localName, uri: value };
        this.#scope.declare(declaration.prefix, value);
        if (declarations === NO_DECLARATIONS) declarations = [declaration];
        else declarations.push(declaration);
      } else {
        if (prefix !== '') prefixed++;
        const attribute = { prefix, localName, namespace: '', value };
        if (attributes === NO_ATTRIBUTES) attributes = [attribute];
        else attributes.push(attribute);
      }
    }
    if (prefixed > 0) bindAttributes(attributes, prefixed, this.#scope);
    return { attributes, declarations };
  }

  #append(node: XmlNode): void {
    if (this.#current !== undefined) append(this.#current, node);
  }

  /** Text and CDATA that touch are one text. */
  #appendText(text: string): void {
    const children = this.#current?.children ?? NO_CHILDREN;
    const last = children[children.length - 1];
    if (typeof last === 'string') children[children.length - 1] = last + text;
    else this.#append(text);
  }
}
