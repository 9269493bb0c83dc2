import { startOf } from '../../saml/locate.js';
import { isElement } from '../../saml/walk.js';
import type { XmlDocument, XmlElement, XmlNode } from '../../saml/xml.js';

/** An indented rendering for people. Not the signed form: white space between elements is ours. */
export interface PrettyXml {
  readonly lines: readonly string[];
  /** The 1-based line that shows what stands at an index into the original text. */
  lineOf(offset: number): number;
  /** First and last 1-based line of an element of the document. */
  linesOf(element: XmlElement): { readonly first: number; readonly last: number } | undefined;
}

const MAX_TAG = 110;

/** Indents a document. Values of elements and attributes are kept to the letter; only white space between elements changes. */
export function prettyXml(document: XmlDocument): PrettyXml {
  return new Printer(document).print();
}

class Printer {
  readonly #document: XmlDocument;
  readonly #lines: string[] = [];
  readonly #starts: { offset: number; line: number }[] = [];
  readonly #ranges = new Map<XmlElement, { first: number; last: number }>();

  constructor(document: XmlDocument) {
    this.#document = document;
  }

  print(): PrettyXml {
    this.#element(this.#document.root, '');
    const starts = this.#starts;
    const ranges = this.#ranges;
    return {
      lines: this.#lines,
      lineOf(offset) {
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
          const middle = Math.ceil((low + high) / 2);
          if ((starts[middle]?.offset ?? 0) <= offset) low = middle;
          else high = middle - 1;
        }
        return starts[low]?.line ?? 1;
      },
      linesOf: (element) => ranges.get(element),
    };
  }

  #element(element: XmlElement, indent: string): void {
    const first = this.#lines.length + 1;
    this.#starts.push({ offset: startOf(this.#document, element), line: first });
    const meaningful = element.children.filter((node) => typeof node !== 'string' || /\S/.test(node));
    if (element.children.length === 0) this.#startTag(element, indent, '/>');
    else if (meaningful.length > 0 && meaningful.every((node) => typeof node !== 'string')) {
      this.#startTag(element, indent, '>');
      for (const node of meaningful) this.#node(node, `${indent}  `);
      this.#push(`${indent}</${nameOf(element)}>`);
    } else {
      this.#startTag(element, indent, '>');
      this.#continue(`${element.children.map(inline).join('')}</${nameOf(element)}>`);
    }
    this.#ranges.set(element, { first, last: this.#lines.length });
  }

  #node(node: XmlNode, indent: string): void {
    if (typeof node === 'string') return;
    if (isElement(node)) {
      this.#element(node, indent);
      return;
    }
    this.#starts.push({ offset: node.offset, line: this.#lines.length + 1 });
    this.#push(indent + inline(node));
  }

  #startTag(element: XmlElement, indent: string, close: string): void {
    const parts = attributesOf(element);
    const tag = [`<${nameOf(element)}`, ...parts].join(' ') + close;
    if (parts.length < 2 || indent.length + tag.length <= MAX_TAG) {
      this.#push(indent + tag);
      return;
    }
    this.#push(`${indent}<${nameOf(element)}`);
    for (const part of parts) this.#push(`${indent}    ${part}`);
    this.#continue(close);
  }

  /** A value may hold line ends: each starts a line of its own. */
  #push(text: string): void {
    this.#lines.push(...text.split(/\r\n|\n/));
  }

  #continue(text: string): void {
    const last = this.#lines.pop() ?? '';
    this.#push(last + text);
  }
}

function nameOf({ prefix, localName }: { readonly prefix: string; readonly localName: string }): string {
  return prefix === '' ? localName : `${prefix}:${localName}`;
}

function attributesOf(element: XmlElement): string[] {
  return [
    ...element.attributes.map((attribute) => `${nameOf(attribute)}="${escapeAttribute(attribute.value)}"`),
    ...element.declarations.map(({ prefix, uri }) => `xmlns${prefix && `:${prefix}`}="${escapeAttribute(uri)}"`),
  ];
}

/** A node on the line it is found on, nothing added: for text with elements, comments or instructions inside. */
function inline(node: XmlNode): string {
  if (typeof node === 'string') return escapeText(node);
  if (node.kind === 'comment') return `<!--${node.text}-->`;
  if (node.kind === 'processing-instruction') return `<?${node.target}${node.body && ` ${node.body}`}?>`;
  const tag = [`<${nameOf(node)}`, ...attributesOf(node)].join(' ');
  return node.children.length === 0 ? `${tag}/>` : `${tag}>${node.children.map(inline).join('')}</${nameOf(node)}>`;
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#xD;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;').replace(/\t/g, '&#x9;').replace(/\n/g, '&#xA;');
}
