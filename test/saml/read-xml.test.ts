/** What is read as XML, and where it stands. */
import { describe, expect, it } from '@jest/globals';
import { canonicalize } from '../../src/saml/canonicalize.js';
import { locate, locateInText } from '../../src/saml/locate.js';
import { DEFAULT_XML_LIMITS, readXml } from '../../src/saml/read-xml.js';
import { child, childElements, textOf } from '../../src/saml/walk.js';
import type { XmlDocument, XmlElement } from '../../src/saml/xml.js';

function read(text: string): XmlDocument {
  const { document, problem } = readXml(text);
  if (!document) throw new Error(problem.message);
  return document;
}

function first(element: XmlElement): XmlElement {
  const [found] = childElements(element);
  if (!found) throw new Error('no child');
  return found;
}

describe('A document', () => {
  it('keeps prefixes, namespaces, attributes and declarations apart', () => {
    const { root } = read('<p:a xmlns:p="urn:p" xmlns="urn:d" x="1" p:y="2" xml:lang="en"><b/></p:a>');
    expect(root).toMatchObject({ prefix: 'p', localName: 'a', namespace: 'urn:p' });
    expect(root.declarations).toEqual([
      { prefix: 'p', uri: 'urn:p' },
      { prefix: '', uri: 'urn:d' },
    ]);
    expect(root.attributes).toEqual([
      { prefix: '', localName: 'x', namespace: '', value: '1' },
      { prefix: 'p', localName: 'y', namespace: 'urn:p', value: '2' },
      { prefix: 'xml', localName: 'lang', namespace: 'http://www.w3.org/XML/1998/namespace', value: 'en' },
    ]);
    expect(first(root)).toMatchObject({ prefix: '', namespace: 'urn:d', parent: root });
  });

  it('gives a prefix back its outer meaning after the element that changed it', () => {
    const { root } = read('<a xmlns:p="urn:1"><p:b xmlns:p="urn:2"/><p:c/></a>');
    expect(childElements(root).map(({ namespace }) => namespace)).toEqual(['urn:2', 'urn:1']);
  });

  it('has text with entities resolved, line ends normalized and CDATA merged into it', () => {
    const { root, cdataSections } = read('<a>1 &lt;&#x32;\r\n3\r4<![CDATA[<5>]]>6</a>');
    expect(root.children).toEqual(['1 <2\n3\n4<5>6']);
    expect(cdataSections).toEqual([20]);
  });

  it('keeps comments and processing instructions where they split a text, and says where they stand', () => {
    const text = '<?xml version="1.0"?><!-- a --><?p one?><r>x<!--b-->y<?q?>z</r><!--c-->\n';
    const document = read(text);
    expect(document.comments.map((at) => text.slice(at, at + 5))).toEqual(['<!-- ', '<!--b', '<!--c']);
    expect(document.processingInstructions.map((at) => text.slice(at, at + 3))).toEqual(['<?p', '<?q']);
    expect(
      document.root.children.map((node) => (typeof node === 'string' ? node : 'kind' in node && node.kind)),
    ).toEqual(['x', 'comment', 'y', 'processing-instruction', 'z']);
    expect(textOf(document.root)).toBe('xyz');
    expect(read(' \n<!-- a --><r/>').comments).toEqual([2]);
  });

  it('counts its elements and names its declared encoding', () => {
    expect(read('<?xml version="1.0" encoding="UTF-8"?><a><b/><c/></a>')).toMatchObject({
      elementCount: 3,
      declaredEncoding: 'UTF-8',
    });
    expect(read('<a/>').declaredEncoding).toBeUndefined();
  });

  it('never mixes up an attribute or element named like something of JavaScript', () => {
    const { root } = read('<constructor __proto__="x" toString="y"><hasOwnProperty/></constructor>');
    expect(root.attributes.map(({ localName, value }) => [localName, value])).toEqual([
      ['__proto__', 'x'],
      ['toString', 'y'],
    ]);
    expect(child(root, '', 'hasOwnProperty')).toBeDefined();
    expect(child(root, '', 'constructor')).toBeUndefined();
  });

  it('can be told the declarations around the place it was cut out of', () => {
    const { document } = readXml('<p:a/>', DEFAULT_XML_LIMITS, [{ prefix: 'p', uri: 'urn:outer' }]);
    expect(document?.root.namespace).toBe('urn:outer');
    expect(document && canonicalize(document.root, { inclusivePrefixes: ['q', 'p'] })).toBe(
      '<p:a xmlns:p="urn:outer"></p:a>',
    );
    const inherited = ['urn:far', 'urn:near'].map((uri) => ({ prefix: 'q', uri }));
    const { document: other } = readXml('<a xmlns="urn:own"/>', DEFAULT_XML_LIMITS, [
      ...inherited,
      { prefix: '', uri: 'urn:d' },
    ]);
    expect(other && canonicalize(other.root, { inclusivePrefixes: ['q'] })).toBe(
      '<a xmlns="urn:own" xmlns:q="urn:near"></a>',
    );
  });
});

describe('Places', () => {
  const text = '<r>\n  <s a="1">one</s>\r\n  <s>\n    <t/></s></r>';
  const document = read(text);

  it('are told by line, column and a path that numbers brothers of one name', () => {
    const [, second] = childElements(document.root);
    expect(locate(document, second as XmlElement)).toEqual({ line: 3, column: 3, path: '/r/s[2]' });
    expect(locate(document, first(second as XmlElement))).toEqual({ line: 4, column: 5, path: '/r/s[2]/t' });
    expect(locate(document, document.root)).toEqual({ line: 1, column: 1, path: '/r' });
  });

  it('are told for an index into the text as well', () => {
    expect(locate(document, text.indexOf('one'))).toEqual({ line: 2, column: 12, path: '/r/s[1]' });
    expect(locateInText('a\r\nb\rc\nd', 7)).toEqual({ line: 4, column: 1 });
    expect(locateInText('a', 99)).toEqual({ line: 1, column: 2 });
  });
});
