import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readXml } from '../../src/saml/read-xml.js';
import { attribute, textOf } from '../../src/saml/walk.js';
import { element, sequence, spacedElement, text } from '../../src/saml/write-xml.js';
import { anyText } from '../any-text.js';

const NASTY = `<>&"']]>--?>`;

function readBack(xml: string) {
  const { document, problem } = readXml(xml);
  if (!document) throw new Error(problem.message);
  return { text: textOf(document.root), value: attribute(document.root, 'a') };
}

describe('Writing XML', () => {
  it('keeps every mark-up character of a value a character', () => {
    const xml = element('x', { a: NASTY }, text(NASTY));
    expect(xml).toBe(`<x a="&lt;&gt;&amp;&quot;']]&gt;--?&gt;">&lt;&gt;&amp;"']]&gt;--?&gt;</x>`);
    expect(readBack(xml)).toEqual({ text: NASTY, value: NASTY });
  });

  it('keeps line ends and tabs, which a parser would otherwise change', () => {
    const value = 'a\r\nb\tc\rd\ne';
    expect(element('x', { a: value })).toBe('<x a="a&#xD;&#xA;b&#x9;c&#xD;d&#xA;e"/>');
    expect(readBack(element('x', { a: value }, text(value)))).toEqual({ text: value, value });
  });

  it('puts U+FFFD in the place of what XML cannot carry', () => {
    const value = 'a\u0000b\u0008c\u001Fd\uFFFEe\uD800f';
    const replaced = 'a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf';
    expect(readBack(element('x', { a: value }, text(value)))).toEqual({ text: replaced, value: replaced });
  });

  it('reads back whatever text it was given', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const carried = value.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD');
        expect(readBack(element('x', { a: value }, text(value)))).toEqual({ text: carried, value: carried });
      }),
    );
  });

  it('leaves out attributes without value, keeps empty ones, and keeps the order', () => {
    expect(element('x', { b: '1', a: undefined, c: '' })).toBe('<x b="1" c=""/>');
  });

  it('ends empty elements as the two serializers of Entra do', () => {
    expect(element('x', {})).toBe('<x/>');
    expect(spacedElement('x', { a: '1' })).toBe('<x a="1" />');
    expect(element('x', {}, sequence(undefined, false))).toBe('<x/>');
  });

  it('refuses a name that is none', () => {
    expect(() => element('x y', {})).toThrow('"x y" is not an XML name.');
    expect(() => element('x', { 'a="1" b': '2' })).toThrow('is not an XML name.');
  });
});
