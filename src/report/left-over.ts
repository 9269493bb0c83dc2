/** The proof: is any original value still in the finished report, in any spelling a reader could undo? */

import { FINGERPRINT } from './fingerprints.js';
import { expressionsFor } from './replace-values.js';
import { isVocabulary } from './vocabulary.js';

export const SEARCHED_ENCODINGS = [
  'plain',
  'URL-encoded',
  'escaped for HTML and JSON',
  'base64',
  'hexadecimal',
] as const;

/** Originals that stand in the texts of the report, as `createReplacer` would have found them. */
export function leftInTexts(texts: readonly string[], originals: readonly string[]): string[] {
  const expressions = expressionsFor(originals);
  return texts.flatMap((text) => {
    if (isVocabulary(text.trim())) return [];
    const bare = text.replace(FINGERPRINT, ' ');
    return expressions.flatMap((expression) => bare.match(expression) ?? []);
  });
}

/** Originals that stand in the rendered report in any encoding. */
export function leftInOutput(output: string, originals: readonly string[]): string[] {
  const haystack = output.replace(FINGERPRINT, ' ');
  const folded = haystack.toLowerCase();
  return originals.filter((value) => {
    if (value.length < 6) return false;
    const isPlain = couldBeOurs(value) ? false : spellings(value).some((one) => folded.includes(one.toLowerCase()));
    return isPlain || encodedSpellings(value).some((one) => haystack.includes(one));
  });
}

/** A single word may stand in prose or markup of ours by chance; as a text of the message it was looked for before. */
function couldBeOurs(value: string): boolean {
  return /^\p{L}+$/u.test(value);
}

function spellings(value: string): string[] {
  const html = value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  return [value, html, encoded(value), encoded(encoded(value)), JSON.stringify(value).slice(1, -1)];
}

function encoded(value: string): string {
  return encodeURIComponent(value.replace(/\p{Cs}/gu, '\uFFFD'));
}

/** Hexadecimal, and what is the same of a value's base64 wherever in a longer text the value begins. */
function encodedSpellings(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8');
  const cores = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor(((offset + bytes.length) * 8) / 6);
    return text.slice(first, last);
  });
  const hex = bytes.toString('hex');
  return [...cores, hex, hex.toUpperCase()];
}
