/** Characters that a person cannot see, or that change the order of what is seen. */

/** Ranges of code points, first and last: controls, marks of direction, spaces that are none, joiners, selectors, tags. */
const RANGES: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0xa0],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x1680, 0x1680],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x2000, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x206f],
  [0x3000, 0x3000],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xffff],
  [0xe0000, 0xe0fff],
];

/** Pictures that stand for invisible characters in the words of findings; few fonts have them. */
const PICTURES = new Map([
  ['␠', 'space'],
  ['␤', 'line end'],
  ['␍', 'carriage return'],
  ['⍽', 'no-break space'],
  ['⇥', 'tab'],
]);

const codePoint = (code: number) => `\\u{${code.toString(16)}}`;
const INVISIBLE = new RegExp(
  [...RANGES.map(([first, last]) => `[${codePoint(first)}-${codePoint(last)}]`), ...PICTURES.keys()].join('|'),
  'gu',
);

const NAMES = new Map<number, string>([
  [0x00, 'null'],
  [0x0d, 'carriage return'],
  [0xa0, 'no-break space'],
  [0xad, 'soft hyphen'],
  [0x200b, 'zero-width space'],
  [0x200c, 'zero-width non-joiner'],
  [0x200d, 'zero-width joiner'],
  [0x200e, 'left-to-right mark'],
  [0x200f, 'right-to-left mark'],
  [0x202a, 'left-to-right embedding'],
  [0x202b, 'right-to-left embedding'],
  [0x202c, 'pop directional formatting'],
  [0x202d, 'left-to-right override'],
  [0x202e, 'right-to-left override'],
  [0x2066, 'left-to-right isolate'],
  [0x2067, 'right-to-left isolate'],
  [0x2068, 'first strong isolate'],
  [0x2069, 'pop directional isolate'],
  [0xfeff, 'byte order mark'],
]);

/** A piece of text as it may be shown: `sign` stands for a character that must not be shown itself. */
export type Shown =
  | { readonly text: string; readonly sign?: never }
  | { readonly sign: string; readonly what: string; readonly text?: never };

/** Splits a text into what can be shown and signs such as `U+202E` for what cannot. */
export function shown(value: string): Shown[] {
  const pieces: Shown[] = [];
  let from = 0;
  for (const match of value.matchAll(INVISIBLE)) {
    if (match.index > from) pieces.push({ text: value.slice(from, match.index) });
    pieces.push(signFor(match[0]));
    from = match.index + match[0].length;
  }
  if (from < value.length) pieces.push({ text: value.slice(from) });
  return pieces;
}

/** The same as one plain text, for places that take no markup (titles, labels): signs in brackets. */
export function visibleText(value: string): string {
  return shown(value)
    .map(({ text, sign }) => text ?? `[${sign}]`)
    .join('');
}

function signFor(character: string): Shown {
  const picture = PICTURES.get(character);
  if (picture !== undefined) return { sign: picture, what: picture };
  const code = character.codePointAt(0) ?? 0;
  const sign = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return { sign, what: NAMES.get(code) ?? 'not visible' };
}

/** Characters of Greek and Cyrillic that look like Latin letters. */
const LOOK_ALIKE = /[\u0370-\u03ff\u0400-\u052f\uff01-\uff5e]/u;

/** True for an address-like value that mixes Latin letters with letters that look like them. */
export function mixesLookAlikes(value: string): boolean {
  return LOOK_ALIKE.test(value) && /[a-z]/i.test(value);
}
