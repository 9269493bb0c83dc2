/** Our parser against libxml2's: whatever we let through, libxml2 reads too, and reads the same. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalize } from '../../src/saml/canonicalize.js';
import { readXml } from '../../src/saml/read-xml.js';
import { exclusive, withLibxml2 } from './libxml2.js';
import { namespacedDocument } from './random-documents.js';

const SPOILERS = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '/',
  '?',
  '!',
  '--',
  ']]>',
  '<!--',
  '-->',
  '<![CDATA[',
  '<?',
  '?>',
  '<?xml version="1.0"?>',
  'xmlns=""',
  ' xmlns:a="urn:z"',
  ' xml:id="i"',
  ':',
  '=',
  '&#0;',
  '&#x1F600;',
  '&#xD800;',
  '&amp',
  '&lt;',
  '\u0000',
  '\u0085',
  '\u2028',
  '\uFFFE',
  '\u{10FFFF}',
  '<!DOCTYPE x>',
  '<!ENTITY',
  ' ',
  '\r',
  '\t',
  '1',
  '-',
  '.',
  '\u00B7',
];

const spoiltDocument = fc
  .tuple(
    namespacedDocument,
    fc.array(fc.record({ at: fc.nat(), cut: fc.nat(4), put: fc.constantFrom('', ...SPOILERS) }), { maxLength: 3 }),
  )
  .map(([text, edits]) =>
    edits.reduce((spoilt, { at, cut, put }) => {
      const index = at % (spoilt.length + 1);
      return spoilt.slice(0, index) + put + spoilt.slice(index + cut);
    }, text),
  );

describe('A spoilt document', () => {
  it('that we read is read by libxml2 to the same canonical text', () => {
    let read = 0;
    fc.assert(
      fc.property(spoiltDocument, (text) => {
        const { document, problem } = readXml(text);
        if (!document) {
          expect(problem.offset).toBeGreaterThanOrEqual(0);
          expect(problem.offset).toBeLessThanOrEqual(text.length);
          expect(problem.message).toMatch(/^[A-Z].*\.$/s);
          return;
        }
        read++;
        expect(canonicalize(document.root)).toBe(withLibxml2(text, (theirs) => exclusive(theirs.root)));
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 500) },
    );
    expect(read).toBeGreaterThan(50);
  });
});
