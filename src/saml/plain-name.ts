import { plainName, type QualifiedName } from './qualified-name.js';

/** A name and how it is written. */
export interface WrittenName extends QualifiedName {
  readonly name: string;
}

const NAME_CODES = Uint8Array.from({ length: 128 }, (_, code) => (/[\w.:-]/.test(String.fromCharCode(code)) ? 1 : 0));

const PLACES = 1024;
/** By a sum of its characters the name that had it last, so that a known one is found without cutting it out of the text. */
const latest: (WrittenName | undefined)[] = new Array(PLACES).fill(undefined);

/** The name that begins at a place in a text and goes on to the first character no name can hold; undefined when it is not a plain one. */
export function plainNameAt(text: string, start: number): WrittenName | undefined {
  let end = start;
  let sum = 0;
  for (let code = text.charCodeAt(end); NAME_CODES[code] === 1; code = text.charCodeAt(++end)) {
    sum = (sum * 31 + code) % PLACES;
  }
  const known = latest[sum];
  if (known && known.name.length === end - start && text.startsWith(known.name, start)) return known;
  return remembered(text.slice(start, end), sum);
}

function remembered(name: string, sum: number): WrittenName | undefined {
  const parts = plainName(name);
  if (!parts) return undefined;
  const { prefix, localName } = parts;
  // Put together anew: a piece cut out of a message would keep all of it in memory.
  const written = { name: prefix === '' ? localName : `${prefix}:${localName}`, prefix, localName };
  latest[sum] = written;
  return written;
}
