import { common, createLowlight } from 'lowlight';

/** What a piece of XML source is; the stylesheet knows these and no other. */
export type TokenKind = 'tag' | 'name' | 'attribute' | 'string' | 'comment' | 'entity';

/** A run of source text. The text is data: it becomes a text node and nothing else. */
export interface Token {
  readonly kind?: TokenKind;
  readonly text: string;
}

const KINDS = new Map<string, TokenKind>([
  ['hljs-tag', 'tag'],
  ['hljs-name', 'name'],
  ['hljs-attr', 'attribute'],
  ['hljs-string', 'string'],
  ['hljs-comment', 'comment'],
  ['hljs-meta', 'comment'],
  ['hljs-symbol', 'entity'],
]);

/** Source that is no XML we can read is hostile to a highlighter too: above this many characters it stays plain. */
const MAX_UNREAD = 32 * 1024;
const MAX_READ = 512 * 1024;

const xmlGrammar = common['xml'];
const lowlight = xmlGrammar ? createLowlight({ xml: xmlGrammar }) : undefined;

/**
 * XML source as lines of tokens.
 *
 * @param isReadable true when the text was written by our own printer from a document that was read
 */
export function highlightXml(text: string, isReadable: boolean): Token[][] {
  if (!lowlight || text.length > (isReadable ? MAX_READ : MAX_UNREAD)) return linesOf([{ text }]);
  return linesOf(flatten(lowlight.highlight('xml', text)));
}

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly properties?: { readonly className?: unknown };
  readonly children?: readonly Node[];
}

function flatten(node: Node, kind?: TokenKind): Token[] {
  if (node.type === 'text') return [kind ? { kind, text: node.value ?? '' } : { text: node.value ?? '' }];
  const [className] = Array.isArray(node.properties?.className) ? node.properties.className : [];
  const own = KINDS.get(String(className)) ?? kind;
  return (node.children ?? []).flatMap((child) => flatten(child, own));
}

function linesOf(tokens: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]];
  for (const { kind, text } of tokens) {
    const [first = '', ...more] = text.split('\n');
    for (const [index, piece] of [first, ...more].entries()) {
      if (index > 0) lines.push([]);
      if (piece !== '') lines[lines.length - 1]?.push(kind ? { kind, text: piece } : { text: piece });
    }
  }
  return lines;
}
