// @ts-check
/** Messages that are large in one way each, up to what an endpoint takes. */
import { shapes, write } from './documents.mjs';

/** Bytes of a posted body that are read, and what of them a base64 text can decode to. */
const CAP = 256 * 1024;
const MOST_BYTES = Math.floor((CAP - 'SAMLResponse='.length) * 0.72) - 200;
const MOST_ELEMENTS = 3000;

/**
 * @typedef {{ what: string, most: number, make: (count: number, keys: Keys) => string }} Dimension `most`: what the limits let through
 * @typedef {{ idp: import('./documents.mjs').Pair, settings: import('./documents.mjs').Settings }} Keys
 */

const GROUPS = { sign: /** @type {const} */ ('assertion') };
const EMAIL = { email: 'B.Simon@contoso.com' };
const room = MOST_BYTES - 8_000;

/** @type {Dimension[]} */
export const dimensions = [
  { what: 'characters in one value', most: room, make: (n, keys) => values(['x'.repeat(n)], keys) },
  {
    what: 'escaped characters in one value',
    most: Math.floor(room / 5),
    make: (n, keys) => values(['&'.repeat(n)], keys),
  },
  {
    what: 'values of one Attribute',
    most: MOST_ELEMENTS - 120,
    make: (n, keys) =>
      values(
        Array.from({ length: n }, (_, at) => `value ${at}`),
        keys,
      ),
  },
  { what: 'Attributes', most: Math.floor(MOST_ELEMENTS / 2) - 120, make: (n, keys) => attributes(n, keys) },
  { what: 'comments', most: Math.floor(room / 12), make: (n, keys) => extended('<!--x-->'.repeat(n), keys) },
  {
    what: 'elements in Extensions',
    most: MOST_ELEMENTS - 120,
    make: (n, keys) => extended('<x xmlns="urn:x"/>'.repeat(n), keys),
  },
  {
    what: 'elements with 8 namespaces each',
    most: 900,
    make: (n, keys) => extended(`<x ${namespaces(8)}/>`.repeat(n), keys),
  },
  { what: 'Signatures in Extensions', most: 90, make: (n, keys) => copiedSignatures(n, keys) },
  { what: 'bytes that are no XML', most: room, make: (n) => '<'.repeat(n) },
];

/**
 * @param {string[]} texts
 * @param {Keys} keys
 */
function values(texts, { idp, settings }) {
  return write({ ...GROUPS, groups: texts }, idp, settings, 1, EMAIL);
}

/**
 * @param {number} count
 * @param {Keys} keys
 */
function attributes(count, { idp, settings }) {
  const more = Array.from({ length: count }, (_, at) => ({ name: `urn:claim:${at}`, values: [`value ${at}`] }));
  return write({ ...GROUPS, more }, idp, settings, 1, EMAIL);
}

/**
 * After it was signed, beside the assertion: nobody has vouched for it, and it has to be read.
 *
 * @param {string} markup
 * @param {Keys} keys
 */
function extended(markup, { idp, settings }) {
  const inside = `<samlp:Extensions>${markup}</samlp:Extensions>`;
  const change = {
    ...EMAIL,
    after: (/** @type {string} */ xml) => xml.replace('<samlp:Status>', `${inside}<samlp:Status>`),
  };
  return write(/** @type {import('./documents.mjs').Shape} */ (shapes['typical']), idp, settings, 1, change);
}

/**
 * @param {number} count
 * @param {Keys} keys
 */
function copiedSignatures(count, keys) {
  const { idp, settings } = keys;
  const plain = write({ ...GROUPS }, idp, settings, 1, EMAIL);
  const signature = /<Signature .*<\/Signature>/s.exec(plain)?.[0] ?? '';
  return extended(signature.replace(/<KeyInfo>.*<\/KeyInfo>/s, '').repeat(count), keys);
}

/** @param {number} count */
function namespaces(count) {
  return Array.from({ length: count }, (_, at) => `xmlns:n${at}="urn:n${at}"`).join(' ');
}
