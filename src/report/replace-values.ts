/** Original values inside prose → fingerprints. */

import type { Fingerprints } from './fingerprints.js';
import type { OriginalValues } from './original-values.js';
import { isVocabulary } from './vocabulary.js';

const PATTERNS = [
  /[A-Za-z0-9._%+#-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+/g,
  /[a-z][a-z0-9+.-]{1,10}:\/\/[A-Za-z0-9.-]*[A-Za-z0-9](?::\d+)?(?:[/?#](?:[^\s"'<>{}()]*[^\s"'<>{}().,:;!?])?)?/gi,
  /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi,
  /\b(?:\d{1,3}\.){3}\d{1,3}\b/g,
  /\b(?:[0-9A-Fa-f]{2}:?){20,}\b/g,
  /[A-Za-z0-9+/]{60,}={0,2}/g,
];
const MIN_SEARCHED = 3;
/** Characters of one expression, and of one literal in it. */
const CHUNK = 20_000;
const PIECE = 1000;
/** Sentences show at least this much of a value before they cut it. */
const MAX_UNCUT = 40;

/**
 * A value found as a whole is replaced; one found inside prose too, unless it is shorter than three characters and not
 * in quotes. Whatever else has the shape of an address, URL, GUID or key material goes as well.
 */
export function createReplacer(originals: OriginalValues, fingerprints: Fingerprints): (text: string) => string {
  const whole = new Set(originals.whole);
  const expressions = [...expressionsFor(originals.whole), ...PATTERNS, ...expressionsFor(originals.parts)];
  return (text) => {
    if (isVocabulary(text.trim())) return text;
    if (whole.has(text.trim())) return fingerprints.of(text);
    let replaced = text;
    for (const expression of expressions) {
      replaced = outsideFingerprints(replaced, (part) => part.replace(expression, (found) => fingerprints.of(found)));
    }
    return replaced;
  };
}

/**
 * What finds a value in prose: short ones only between boundaries or quotes, so that `An` does not spoil `Any`; of long ones
 * also a beginning, because sentences cut what is long.
 *
 * @param originals longest first
 */
export function expressionsFor(originals: readonly string[]): RegExp[] {
  const cut = originals
    .filter((value) => value.length > MAX_UNCUT)
    .map((value) => `${literal(value.slice(0, MAX_UNCUT))}[^…\\s"”]*`);
  const sources = [...originals.flatMap(inPieces).map(inProse), ...cut];
  const chunks: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const source of sources) {
    length += source.length;
    if (length > CHUNK) {
      chunks.push([]);
      length = source.length;
    }
    chunks.at(-1)?.push(source);
  }
  return chunks.map((chunk) => new RegExp(chunk.join('|'), 'giu'));
}

/** A certificate or a whole encrypted assertion as one literal is more than the engine's stack holds. */
function inPieces(value: string): string[] {
  if (value.length <= PIECE) return [value];
  const pieces: string[] = [];
  for (let start = 0, end = 0; start < value.length; start = end) {
    // Not between the halves of a character.
    end = start + PIECE + (/[\uD800-\uDBFF]/.test(value.charAt(start + PIECE - 1)) ? 1 : 0);
    pieces.push(value.slice(start, end));
  }
  // What is left at the end may be so short that it stands anywhere.
  const rest = pieces.at(-1) ?? '';
  return rest.length < MAX_UNCUT ? [...pieces.slice(0, -2), `${pieces.at(-2) ?? ''}${rest}`] : pieces;
}

function inProse(value: string): string {
  if (value.length < MIN_SEARCHED) return `(?<=["'“‘\`])${literal(value)}(?=["'”’\`])`;
  const isWord = value.length < 6 || /^\p{L}+$/u.test(value);
  return isWord ? `(?<![\\p{L}\\p{N}_])${literal(value)}(?![\\p{L}\\p{N}_])` : literal(value);
}

/** A fingerprint that stands already is not touched again. */
function outsideFingerprints(text: string, change: (part: string) => string): string {
  return text
    .split(/(\{[a-z]+:[0-9a-f]{8}\})/)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
