/** Exclusive canonicalization, held to libxml2's over every message at hand and over documents made up at random. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalize } from '../../src/saml/canonicalize.js';
import { readXml } from '../../src/saml/read-xml.js';
import { visitElements } from '../../src/saml/walk.js';
import type { XmlElement } from '../../src/saml/xml.js';
import { corpusXml, itOverCorpus } from './corpus.js';
import { exclusive, withLibxml2 } from './libxml2.js';
import { namespacedDocument } from './random-documents.js';

function rootOf(text: string): XmlElement {
  const { document, problem } = readXml(text);
  if (!document) throw new Error(problem.message);
  return document.root;
}

function elementsOf(root: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  visitElements(root, (element) => found.push(element));
  return found;
}

describe('Canonical text', () => {
  it('declares a namespace where a name first uses it, and nowhere else', () => {
    const root = rootOf('<a xmlns:p="urn:p" xmlns:unused="urn:u"><p:b><p:c/></p:b><p:d/></a>');
    expect(canonicalize(root)).toBe('<a><p:b xmlns:p="urn:p"><p:c></p:c></p:b><p:d xmlns:p="urn:p"></p:d></a>');
  });

  it('orders declarations by prefix and attributes by namespace, then name', () => {
    const root = rootOf('<a xmlns:z="urn:1" xmlns:b="urn:2" b:x="1" z:y="2" q="3" a="4"/>');
    expect(canonicalize(root)).toBe('<a xmlns:b="urn:2" xmlns:z="urn:1" a="4" q="3" z:y="2" b:x="1"></a>');
  });

  it('switches the default namespace off only where one was written', () => {
    expect(canonicalize(rootOf('<a xmlns=""><b xmlns="urn:b"><c xmlns=""/></b></a>'))).toBe(
      '<a><b xmlns="urn:b"><c xmlns=""></c></b></a>',
    );
  });

  it('keeps the prefixes of an InclusiveNamespaces list in force, #default included', () => {
    const root = rootOf('<a xmlns="urn:d" xmlns:p="urn:p"><q:b xmlns:q="urn:q"><q:c xmlns:p="urn:other"/></q:b></a>');
    const [, b] = elementsOf(root);
    expect(canonicalize(b as XmlElement, { inclusivePrefixes: ['#default', 'p'] })).toBe(
      '<q:b xmlns="urn:d" xmlns:p="urn:p" xmlns:q="urn:q"><q:c xmlns:p="urn:other"></q:c></q:b>',
    );
  });

  it('escapes what the standard escapes, the ampersand of a namespace URI included', () => {
    const root = rootOf('<a xmlns="urn:a?x=1&amp;y=2" t="&lt;&gt;&quot;&#9;&#10;&#13;&apos;">&lt;&gt;&amp;&#13;"</a>');
    expect(canonicalize(root)).toBe(
      '<a xmlns="urn:a?x=1&amp;y=2" t="&lt;>&quot;&#x9;&#xA;&#xD;\'">&lt;&gt;&amp;&#xD;"</a>',
    );
  });

  it('leaves comments out unless asked, keeps instructions, and merges CDATA', () => {
    const root = rootOf('<a>x<!--c-->y<?p  d?><?q?><![CDATA[<z>]]></a>');
    expect(canonicalize(root)).toBe('<a>xy<?p d?><?q?>&lt;z&gt;</a>');
    expect(canonicalize(root, { withComments: true })).toBe('<a>x<!--c-->y<?p d?><?q?>&lt;z&gt;</a>');
  });

  it('leaves one element out with all it holds', () => {
    const root = rootOf('<a>1<b><c/></b>2</a>');
    expect(canonicalize(root, { omit: elementsOf(root)[1] as XmlElement })).toBe('<a>12</a>');
  });

  it('puts characters beyond U+FFFF last, as code points are ordered', () => {
    const root = rootOf('<a \u{10000}="1" \uFDF0="2"/>');
    expect(canonicalize(root)).toBe('<a \uFDF0="2" \u{10000}="1"></a>');
  });
});

describe('libxml2 and we', () => {
  itOverCorpus(
    'write the same canonical text for every element of every message in the corpus',
    () => {
      let compared = 0;
      for (const { name, text } of corpusXml()) {
        const { document } = readXml(text);
        if (!document) continue;
        const ours = elementsOf(document.root);
        withLibxml2(text, (_document, theirs) => {
          expect([name, theirs.length]).toEqual([name, ours.length]);
          for (const [index, element] of ours.entries()) {
            const other = theirs[index];
            // The whole, and every element that could be signed or is one.
            if (
              !other ||
              (index > 0 &&
                !element.attributes.some(({ localName }) => /^id$/i.test(localName)) &&
                element.localName !== 'SignedInfo')
            )
              continue;
            expect([name, canonicalize(element)]).toEqual([name, exclusive(other)]);
            const lists = ['xs', '#default', 'saml', 'ds'];
            expect([name, canonicalize(element, { inclusivePrefixes: lists })]).toEqual([
              name,
              exclusive(other, lists),
            ]);
            compared++;
          }
        });
      }
      expect(compared).toBeGreaterThan(1000);
    },
    120_000,
  );

  it('write the same canonical text for random namespaced documents, subtrees and prefix lists', () => {
    fc.assert(
      fc.property(
        namespacedDocument,
        fc.nat(),
        fc.subarray(['a', 'b', 'c', '#default']),
        fc.boolean(),
        (text, which, prefixes, withComments) => {
          const ours = elementsOf(rootOf(text));
          const index = which % ours.length;
          const expected = withLibxml2(text, (_document, theirs) => {
            const other = theirs[index];
            return other && exclusive(other, prefixes, withComments);
          });
          expect(canonicalize(ours[index] as XmlElement, { inclusivePrefixes: prefixes, withComments })).toBe(expected);
        },
      ),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 400) },
    );
  });
});
