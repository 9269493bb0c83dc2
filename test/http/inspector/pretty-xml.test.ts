import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { highlightXml } from '../../../src/http/inspector/highlight-xml.js';
import { prettyXml } from '../../../src/http/inspector/pretty-xml.js';
import { offsetOf } from '../../../src/http/inspector/xml-view.js';
import { readXml } from '../../../src/saml/read-xml.js';
import { textOf } from '../../../src/saml/walk.js';
import { aResponse } from '../../a-response.js';

function pretty(text: string) {
  const { document } = readXml(text);
  if (!document) throw new Error('the text is not XML');
  return { document, ...prettyXml(document) };
}

describe('XML for reading', () => {
  it('is indented by two, one element a line', () => {
    expect(pretty('<a><b>x</b><c><d/></c></a>').lines).toEqual([
      '<a>',
      '  <b>x</b>',
      '  <c>',
      '    <d/>',
      '  </c>',
      '</a>',
    ]);
  });

  it('wraps a long start tag, an attribute a line', () => {
    const long = 'v'.repeat(60);
    expect(pretty(`<a one="${long}" two="${long}"><b/></a>`).lines).toEqual([
      '<a',
      `    one="${long}"`,
      `    two="${long}">`,
      '  <b/>',
      '</a>',
    ]);
  });

  it('shows a comment inside a value where it stands, for that is what splits it', () => {
    expect(pretty('<a><NameID>admin<!-- -->.evil</NameID></a>').lines[1]).toBe('  <NameID>admin<!-- -->.evil</NameID>');
  });

  it('keeps line ends of a value, each on a line of its own', () => {
    expect(pretty('<a><b>x\ny</b></a>').lines).toEqual(['<a>', '  <b>x', 'y</b>', '</a>']);
  });

  it('changes no value', () => {
    const value = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd]/g, ''));
    fc.assert(
      fc.property(value, value, (text, attribute) => {
        const written = (raw: string) => raw.replace(/[&<>"\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
        const first = pretty(`<r><a b="${written(attribute)}">${written(text)}</a></r>`);
        const again = pretty(first.lines.join('\n'));
        expect(textOf(again.document.root).trim()).toBe(textOf(first.document.root).trim());
        const [child] = again.document.root.children.filter((node) => typeof node !== 'string');
        expect(child?.kind === 'element' && child.attributes[0]?.value).toBe(attribute);
      }),
    );
  });

  it('finds the line that shows a place of the original', () => {
    const { xml } = aResponse();
    const { lines, lineOf } = pretty(xml);
    for (const needle of ['<Audience>', '<samlp:StatusCode', '<NameID', '<SignatureValue>']) {
      expect(lines[lineOf(xml.indexOf(needle)) - 1]).toContain(needle);
    }
  });

  it('turns line and column into an index, whatever ends the lines', () => {
    expect(offsetOf('ab\r\ncd\nef\rgh', 4, 2)).toBe(11);
    expect(offsetOf('ab', 1, 2)).toBe(1);
    expect(offsetOf('ab', 9, 9)).toBe(2);
  });
});

describe('Highlighting', () => {
  it('loses and adds nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (text, isReadable) => {
        const again = highlightXml(text, isReadable)
          .map((line) => line.map((token) => token.text).join(''))
          .join('\n');
        expect(again).toBe(text);
      }),
    );
  });

  it('tells names, attributes and strings apart', () => {
    const kinds = highlightXml('<a b="c">d</a>', true)[0]?.map(({ kind, text }) => `${kind ?? 'text'} ${text}`);
    expect(kinds).toEqual([
      'tag <',
      'name a',
      'tag  ',
      'attribute b',
      'tag =',
      'string "c"',
      'tag >',
      'text d',
      'tag </',
      'name a',
      'tag >',
    ]);
  });

  it('leaves a long text that is no XML alone', () => {
    expect(highlightXml('<script>'.repeat(9000), false)).toEqual([[{ text: '<script>'.repeat(9000) }]]);
  });
});
