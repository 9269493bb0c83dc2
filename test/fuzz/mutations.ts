/** Structure-aware mutations: each is a kind and four numbers, so that fast-check can shrink it and a seed repeats it. */
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { ATTRIBUTES, MARKUP, VALUES, WRAPPERS } from './dictionary.js';
import { cut, insert, type Piece, piecesOf } from './markup.js';

export interface Mutation {
  readonly kind: string;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

const NUMBER = 2 ** 20;
const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(list.length, 1)];
const at = (text: string, number: number): number => number % (text.length + 1);
const inside = (text: string, { start, end }: Piece): string => text.slice(start, end);

type Change = (text: string, mutation: Mutation, other: string) => string;

/** Changes the n-th piece of a kind, when there is one. */
const onElement =
  (
    change: (
      text: string,
      piece: ReturnType<typeof piecesOf>['elements'][number],
      mutation: Mutation,
      other: string,
    ) => string,
  ): Change =>
  (text, mutation, other) => {
    const piece = pick(piecesOf(text).elements, mutation.a);
    return piece ? change(text, piece, mutation, other) : text;
  };
const onAttribute =
  (
    change: (text: string, piece: ReturnType<typeof piecesOf>['attributes'][number], mutation: Mutation) => string,
  ): Change =>
  (text, mutation) => {
    const piece = pick(piecesOf(text).attributes, mutation.a);
    return piece ? change(text, piece, mutation) : text;
  };
const onText =
  (change: (text: string, piece: Piece, mutation: Mutation) => string): Change =>
  (text, mutation) => {
    const piece = pick(piecesOf(text).texts, mutation.a);
    return piece ? change(text, piece, mutation) : text;
  };

/** Somewhere inside, before or behind an element. */
function placeAt(text: string, number: number): number {
  const piece = pick(piecesOf(text).elements, number >> 2);
  if (!piece) return at(text, number);
  return [piece.start, piece.contentStart, piece.contentEnd, piece.end][number & 3] ?? 0;
}

function flipped(text: string, index: number, bit: number): string {
  const code = text.charCodeAt(index % text.length) ^ (1 << (bit % 7));
  return cut(text, { start: index % text.length, end: (index % text.length) + 1 }, String.fromCharCode(code));
}

const CHANGES: Readonly<Record<string, Change>> = {
  'flip a bit': (text, { a, b }) => (text === '' ? text : flipped(text, a, b)),
  'flip a bit of a text': onText((text, { start, end }, { b, c }) => flipped(text, start + (b % (end - start)), c)),
  'cut out characters': (text, { a, b }) => cut(text, { start: at(text, a), end: at(text, a) + (b % 12) }),
  truncate: (text, { a }) => text.slice(0, at(text, a)),
  'delete an element': onElement((text, piece) => cut(text, piece)),
  'empty an element': onElement((text, { contentStart, contentEnd }) =>
    cut(text, { start: contentStart, end: contentEnd }),
  ),
  'duplicate an element': onElement((text, piece) => insert(text, piece.end, inside(text, piece))),
  'copy an element elsewhere': onElement((text, piece, { b }) => insert(text, placeAt(text, b), inside(text, piece))),
  'move an element': onElement((text, piece, { b }) => {
    const rest = cut(text, piece);
    return insert(rest, placeAt(rest, b), inside(text, piece));
  }),
  'unwrap an element': onElement((text, piece) => cut(text, piece, text.slice(piece.contentStart, piece.contentEnd))),
  'wrap an element': onElement((text, piece, { b }) => {
    const [before = '', behind = ''] = pick(WRAPPERS, b) ?? [];
    return cut(text, piece, before + inside(text, piece) + behind);
  }),
  'copy an element under a new ID with another text': onElement((text, piece, { b, c }) => {
    const forged = inside(text, piece)
      .replace(/ ID="[^"]*"/, ' ID="_forged"')
      .replace(/>[^<]+@[^<]+</g, `>${pick(VALUES, c)}<`);
    return insert(text, placeAt(text, b), forged);
  }),
  'graft an element of another genuine message': onElement((text, piece, { b }, other) => {
    const foreign = pick(piecesOf(other).elements, b);
    return foreign ? cut(text, piece, inside(other, foreign)) : text;
  }),
  'add an element of another genuine message': (text, { a, b }, other) => {
    const foreign = pick(piecesOf(other).elements, b);
    return foreign ? insert(text, placeAt(text, a), inside(other, foreign)) : text;
  },
  'rename an element': onElement((text, piece, { b }) => {
    const name =
      pick(['x', 'Assertion', 'samlp:Response', 'NameID', 'Signature', 'y:NameID', 'samlp:Assertion'], b) ?? 'x';
    return cut(
      text,
      piece,
      inside(text, piece)
        .replace(/^<[^\s/>]+/, `<${name}`)
        .replace(/<\/[^\s>]+>$/, `</${name}>`),
    );
  }),
  'delete an attribute': onAttribute((text, piece) => cut(text, piece)),
  'duplicate an attribute': onAttribute((text, piece) => insert(text, piece.end, ` ${inside(text, piece)}`)),
  'rename an attribute': onAttribute((text, { start, name }, { b }) =>
    cut(
      text,
      { start, end: start + name.length },
      pick(['ID', 'Id', 'id', 'x', 'xmlns', 'xmlns:samlp', 'Name', `x${name}`, name.toUpperCase()], b),
    ),
  ),
  'change an attribute': onAttribute((text, { valueStart, valueEnd }, { b }) =>
    cut(text, { start: valueStart, end: valueEnd }, pick(VALUES, b)),
  ),
  'give an attribute the value of another': onAttribute((text, { valueStart, valueEnd }, { b }) => {
    const source = pick(piecesOf(text).attributes, b);
    return source
      ? cut(text, { start: valueStart, end: valueEnd }, text.slice(source.valueStart, source.valueEnd))
      : text;
  }),
  'quote an attribute otherwise': onAttribute((text, { valueStart, valueEnd }) =>
    cut(text, { start: valueStart - 1, end: valueEnd + 1 }, `'${text.slice(valueStart, valueEnd)}'`),
  ),
  'pad an attribute': onAttribute((text, { valueStart, valueEnd }, { b }) =>
    insert(
      text,
      b & 1 ? valueStart : valueEnd,
      pick([' ', '\n', '\t', '&#9;', '&#10;', '\u00a0', '\u200b'], b >> 1) ?? ' ',
    ),
  ),
  'add an attribute': onElement((text, piece, { b }) =>
    insert(text, piece.start + (/^<[^\s/>]+/.exec(inside(text, piece))?.[0].length ?? 1), ` ${pick(ATTRIBUTES, b)}`),
  ),
  'change a text': onText((text, piece, { b }) => cut(text, piece, pick(VALUES, b))),
  'put markup into a text': onText((text, { start, end }, { b, c }) =>
    insert(text, start + (b % (end - start + 1)), pick(MARKUP, c) ?? ''),
  ),
  'put markup between elements': (text, { a, b }) => insert(text, placeAt(text, a), pick(MARKUP, b) ?? ''),
  'put anything anywhere': (text, { a, b, c }) =>
    insert(text, at(text, a), pick([...MARKUP, ...VALUES, ...ATTRIBUTES], b * 31 + c) ?? ''),
  'write a character as an entity': onText((text, { start, end }, { b }) => {
    const index = start + (b % (end - start));
    return cut(text, { start: index, end: index + 1 }, `&#${text.charCodeAt(index)};`);
  }),
  'make a text CDATA': onText((text, piece) => cut(text, piece, `<![CDATA[${inside(text, piece)}]]>`)),
  'change the case of a text': onText((text, piece) => cut(text, piece, inside(text, piece).toUpperCase())),
  'change prefixes': (text, { a }) =>
    pick(
      [
        text.replaceAll('samlp:', 'p:').replace('xmlns:p:', 'xmlns:'),
        text.replaceAll(/(<\/?)samlp:/g, '$1p:').replace('xmlns:samlp=', 'xmlns:p='),
        text.replaceAll(/(<\/?)(?=[A-Z])/g, '$1samlp:'),
        text.replace('xmlns:samlp=', 'xmlns:saml2='),
      ],
      a,
    ) ?? text,
  'change white space': (text, { a }) =>
    pick(
      [
        text.replaceAll('><', '>\n<'),
        text.replaceAll('><', '>\r\n  <'),
        ` ${text}`,
        `${text}\n`,
        text.replaceAll(' ', '  '),
      ],
      a,
    ) ?? text,
  'write another prolog': (text, { a }) =>
    `${pick(['<?xml version="1.0" encoding="UTF-8"?>', '<?xml version="1.1"?>', '<?xml version="1.0" encoding="ISO-8859-1"?>', '\ufeff', '<!DOCTYPE x>', '<!-- x -->'], a)}${text}`,
  'add behind the end': (text, { a }) => `${text}${pick([...MARKUP, text], a)}`,
};

/** What becomes of the base64; mostly nothing. */
const ENCODINGS: readonly ((bytes: Buffer) => string)[] = [
  (bytes) => bytes.toString('base64url'),
  (bytes) => bytes.toString('base64').replace(/.{76}/g, '$&\r\n'),
  (bytes) => bytes.toString('base64').slice(0, -1),
  (bytes) => `${bytes.toString('base64')}====`,
  (bytes) => bytes.toString('base64').replace(/(.{5})/, '$1!'),
  (bytes) => encodeURIComponent(bytes.toString('base64')),
  (bytes) => deflateRawSync(bytes).toString('base64'),
  (bytes) => bytes.toString('utf16le').slice(0, 10) + bytes.toString('base64'),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le').toString('base64'),
  (bytes) =>
    Buffer.concat([
      bytes.subarray(0, bytes.length >> 1),
      Buffer.from([0xff]),
      bytes.subarray(bytes.length >> 1),
    ]).toString('base64'),
  (bytes) => bytes.toString('base64').replace(/[A-Z]/, '\u0000'),
];

export function mutate(text: string, mutations: readonly Mutation[], other: string): string {
  return mutations.reduce(
    (changed, mutation) => (CHANGES[mutation.kind] ?? ((same) => same))(changed, mutation, other),
    text,
  );
}

export function encode(text: string, encoding: number): string {
  const bytes = Buffer.from(text);
  return (ENCODINGS[encoding] ?? ((plain: Buffer) => plain.toString('base64')))(bytes);
}

const number = fc.nat(NUMBER);
const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(...Object.keys(CHANGES)),
  a: number,
  b: number,
  c: number,
});

/** One to four mutations of one of so many messages, and now and then of its encoding. */
export const spoilt = (messages: number) =>
  fc.record({
    message: fc.nat(messages - 1),
    other: fc.nat(messages - 1),
    mutations: fc.oneof(
      { weight: 2, arbitrary: fc.tuple(mutation) },
      { weight: 1, arbitrary: fc.array(mutation, { minLength: 2, maxLength: 4 }) },
    ),
    encoding: fc.oneof(
      { weight: 12, arbitrary: fc.constant(-1) },
      { weight: 1, arbitrary: fc.nat(ENCODINGS.length - 1) },
    ),
  });
