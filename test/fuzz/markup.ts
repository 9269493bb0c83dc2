/** Pieces of a message's text, found without a parser: what is mutated is seldom well-formed any more. */

export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** An element from its start tag to its end tag; the content's borders are inside. */
export interface ElementPiece extends Piece {
  readonly contentStart: number;
  readonly contentEnd: number;
}

export interface AttributePiece extends Piece {
  readonly name: string;
  readonly valueStart: number;
  readonly valueEnd: number;
}

export interface Pieces {
  readonly elements: readonly ElementPiece[];
  readonly attributes: readonly AttributePiece[];
  /** Runs of text between tags. */
  readonly texts: readonly Piece[];
}

const TOKEN = /<[^>]*>|[^<]+/g;
const ATTRIBUTE = /([^\s=<>/"']+)\s*=\s*("[^"]*"|'[^']*')/g;

const MOST = 16;
/** The first mutation of a run always looks at one of a few texts. */
const known = new Map<string, Pieces>();

export function piecesOf(text: string): Pieces {
  const before = known.get(text);
  if (before) return before;
  const pieces = find(text);
  if (known.size < MOST) known.set(text, pieces);
  return pieces;
}

function find(text: string): Pieces {
  const elements: ElementPiece[] = [];
  const attributes: AttributePiece[] = [];
  const texts: Piece[] = [];
  const open: { start: number; contentStart: number }[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [token] = match;
    const start = match.index;
    const end = start + token.length;
    if (!token.startsWith('<')) texts.push({ start, end });
    else if (/^<[?!]/.test(token)) continue;
    else if (token.startsWith('</')) {
      const opened = open.pop();
      if (opened) elements.push({ ...opened, contentEnd: start, end });
    } else {
      attributes.push(...attributesOf(token, start));
      if (token.endsWith('/>')) elements.push({ start, contentStart: end, contentEnd: end, end });
      else open.push({ start, contentStart: end });
    }
  }
  return { elements, attributes, texts };
}

function attributesOf(tag: string, offset: number): AttributePiece[] {
  return [...tag.matchAll(ATTRIBUTE)].map(({ 0: written, 1: name = '', 2: quoted = '', index }) => {
    const start = offset + index;
    const end = start + written.length;
    return { name, start, end, valueStart: end - quoted.length + 1, valueEnd: end - 1 };
  });
}

export const cut = (text: string, { start, end }: Piece, replacement = ''): string =>
  text.slice(0, start) + replacement + text.slice(end);

export const insert = (text: string, at: number, addition: string): string =>
  text.slice(0, at) + addition + text.slice(at);
