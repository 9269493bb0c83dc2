/** The proof: is any original value still in the finished report, in any spelling a reader could undo? */

import { FINGERPRINT } from './fingerprints.js';
import { expressionsFor } from './replace-values.js';

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
    const bare = text.replace(FINGERPRINT, ' ');
    return expressions.flatMap((expression) => bare.match(expression) ?? []);
  });
}

/** Originals that stand in the rendered report in any encoding; only those that could not be a word of ours. */
export function leftInOutput(output: string, originals: readonly string[]): string[] {
  const haystack = output.replace(FINGERPRINT, ' ');
  const folded = haystack.toLowerCase();
  return originals.filter((value) => {
    if (!isDistinctive(value)) return false;
    if (spellings(value).some((spelling) => folded.includes(spelling.toLowerCase()))) return true;
    return value.length >= 6 && base64Cores(value).some((core) => haystack.includes(core));
  });
}

/** Something that prose or markup of ours does not hold by chance. */
export function isDistinctive(value: string): boolean {
  return value.length >= 6 && (/[^\p{L}]/u.test(value) || value.length >= 14);
}

function spellings(value: string): string[] {
  const html = value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  return [
    value,
    html,
    encoded(value),
    encoded(encoded(value)),
    JSON.stringify(value).slice(1, -1),
    Buffer.from(value, 'utf8').toString('hex'),
  ];
}

function encoded(value: string): string {
  return encodeURIComponent(value.replace(/\p{Cs}/gu, '\uFFFD'));
}

/** What is the same of a value's base64 wherever in a longer text the value begins. */
function base64Cores(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8');
  return [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor(((offset + bytes.length) * 8) / 6);
    return text.slice(first, last);
  });
}
