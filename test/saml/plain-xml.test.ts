/** Two readers, one tree: what the quick one reads, the strict one reads too, place by place. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readPlainXml } from '../../src/saml/read-plain-xml.js';
import { DEFAULT_XML_LIMITS, readStrictly } from '../../src/saml/read-xml.js';
import type { XmlDocument } from '../../src/saml/xml.js';
import { corpusCases, corpusPublic, itOverCorpus } from './corpus.js';
import { namespacedDocument } from './random-documents.js';

const responses = join('fixtures', 'responses');
const ours = readdirSync(responses).map((file) =>
  Buffer.from(readFileSync(join(responses, file), 'utf8'), 'base64').toString('utf8'),
);

/** @returns False when the quick reader left the text to the strict one. */
function readsTheSame(text: string): boolean {
  const quick = readPlainXml(text, DEFAULT_XML_LIMITS, []);
  if (!quick) return false;
  const { document, problem } = readStrictly(text, DEFAULT_XML_LIMITS, []);
  expect({ text, problem }).toEqual({ text, problem: undefined });
  // Quick to find them the same; `toEqual` says what is not.
  if (!isDeepStrictEqual(quick, document)) expect(quick).toEqual(document as XmlDocument);
  return true;
}

describe('The quick reader of plain XML', () => {
  it('reads the response Entra sends, so that the strict parser is not needed for it', () => {
    const good = readFileSync(join(responses, 'good.b64'), 'utf8');
    expect(readsTheSame(Buffer.from(good, 'base64').toString('utf8'))).toBe(true);
  });

  it('reads every message of the fixtures as the strict parser does, or leaves it to that', () => {
    expect(ours.filter(readsTheSame).length).toBeGreaterThan(100);
  });

  itOverCorpus('reads every message of the corpus as the strict parser does, or leaves it to that', () => {
    const texts = corpusCases().map(({ file, encoding }) => {
      const content = corpusPublic(file);
      return encoding === 'xml' ? content : Buffer.from(content, 'base64').toString('utf8');
    });
    expect(texts.filter(readsTheSame).length).toBeGreaterThan(50);
  });

  it('reads random documents full of namespaces as the strict parser does', () => {
    let read = 0;
    fc.assert(
      fc.property(namespacedDocument, (text) => {
        if (readsTheSame(text)) read++;
      }),
      { numRuns: 500, seed: 20260302 },
    );
    expect(read).toBeGreaterThan(20);
  });

  it('never takes a spoilt message the strict parser refuses, and never reads it otherwise', () => {
    const small = ours.filter(({ length }) => length < 8000);
    const damage = fc.record({
      text: fc.constantFrom(...small),
      cuts: fc.array(
        fc.record({
          at: fc.integer({ min: 0, max: 9999 }),
          length: fc.nat(5),
          put: fc.constantFrom(...PIECES),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    });
    let read = 0;
    fc.assert(
      fc.property(damage, ({ text, cuts }) => {
        let spoilt = text;
        for (const { at, length, put } of cuts) {
          const index = Math.floor((at / 10_000) * spoilt.length);
          spoilt = spoilt.slice(0, index) + put + spoilt.slice(index + length);
        }
        if (readsTheSame(spoilt)) read++;
      }),
      { numRuns: 4000, seed: 20260302 },
    );
    expect(read).toBeGreaterThan(200);
  });

  it.each([
    ['a declaration', '<?xml version="1.0"?><a/>'],
    ['a document type', '<!DOCTYPE a><a/>'],
    ['a comment', '<a><!-- c --></a>'],
    ['CDATA', '<a><![CDATA[x]]></a>'],
    ['a character reference', '<a>&#65;</a>'],
    ['an unknown entity', '<a>&foo;</a>'],
    ['a carriage return', '<a>\r\n</a>'],
    ['a control character', '<a>\u0001</a>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['one attribute under two prefixes', '<a xmlns:p="urn:x" xmlns:q="urn:x" p:b="1" q:b="2"/>'],
    ['a prefix that stands for nothing', '<p:a/>'],
    ['a relative namespace', '<a xmlns="x"/>'],
    ['a line end in a value', '<a b="1\n2"/>'],
    ['`]]>` in text', '<a>]]></a>'],
    ['a `<` in a value', '<a b="<"/>'],
    ['two roots', '<a/><b/>'],
    ['text after the root', '<a/>x'],
    ['another end tag', '<a></b>'],
    ['a name that begins with a digit', '<1a/>'],
    ['attributes that touch', '<a b="1"c="2"/>'],
    ['no end', '<a>'],
  ])('leaves %s to the strict parser', (_, text) => {
    expect(readPlainXml(text, DEFAULT_XML_LIMITS, [])).toBeUndefined();
  });

  it('leaves a message that crosses a limit to the strict parser, which names the limit', () => {
    for (const [text, limit] of [
      ['<a><b/><b/><b/></a>', { maxElements: 3 }],
      ['<a><b><c><d/></c></b></a>', { maxDepth: 3 }],
      ['<a b="" c="" d="" e=""/>', { maxAttributes: 3 }],
    ] as const) {
      expect(readPlainXml(text, DEFAULT_XML_LIMITS, [])).toBeDefined();
      expect([limit, readPlainXml(text, { ...DEFAULT_XML_LIMITS, ...limit }, [])]).toEqual([limit, undefined]);
    }
  });
});

const PIECES = [
  ...[
    '',
    '<',
    '>',
    '/',
    '"',
    "'",
    '=',
    ' ',
    '\n',
    '\t',
    '&',
    ';',
    ':',
    '-',
    '.',
    '1',
    'a',
    '\r',
    '\u0000',
    '\u00e4',
    '\u{1F600}',
  ],
  ...['&amp;', '&lt;', '&apos;', '&#xA;', '&#xD;', '&#9;', ']]>', '<!--x-->', '<?p?>', '<![CDATA[x]]>', '<a/>', '</a>'],
  ...['xmlns', ' xmlns:a="urn:x"', ' xmlns=""', ' xml:id="q"', ' ID="x"', 'a:', 'xmlns:'],
];
