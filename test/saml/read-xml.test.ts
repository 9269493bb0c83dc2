/** What is read as XML, what is refused, and the sentence a person gets. */
import { describe, expect, it } from '@jest/globals';
import { canonicalize } from '../../src/saml/canonicalize.js';
import { locate, locateInText } from '../../src/saml/locate.js';
import { DEFAULT_XML_LIMITS, readXml } from '../../src/saml/read-xml.js';
import { child, childElements, textOf } from '../../src/saml/walk.js';
import type { XmlDocument, XmlElement, XmlProblem } from '../../src/saml/xml.js';

function read(text: string): XmlDocument {
  const { document, problem } = readXml(text);
  if (!document) throw new Error(problem.message);
  return document;
}

function refusal(text: string, limits = DEFAULT_XML_LIMITS): XmlProblem {
  const { problem } = readXml(text, limits);
  if (!problem) throw new Error(`read without a word: ${text.slice(0, 80)}`);
  return problem;
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

describe('A text is refused', () => {
  const sentences: readonly (readonly [why: string, text: string, reason: XmlProblem['reason'], message: string])[] = [
    [
      'when it declares a document type',
      '<!DOCTYPE r><r/>',
      'document-type',
      'The message declares a document type (DTD), which SAML messages must not do and which is never processed.',
    ],
    [
      'when comments and a declaration stand before the document type',
      '<?xml version="1.0"?>\n<!-- x --><?p?>\n<!DOCTYPE r [<!ENTITY e "x">]><r>&e;</r>',
      'document-type',
      'The message declares a document type (DTD), which SAML messages must not do and which is never processed.',
    ],
    [
      'when a document type follows the root',
      '<r/><!DOCTYPE r>',
      'document-type',
      'The message declares a document type (DTD), which SAML messages must not do and which is never processed.',
    ],
    [
      'when it is cut off between tags',
      '<a><b>text',
      'not-well-formed',
      'The element <b> is never closed; the message seems to be cut off.',
    ],
    ['when it is cut off inside a tag', '<a', 'not-well-formed', 'There is no XML element in it.'],
    ['when it is empty', '', 'not-well-formed', 'There is no XML element in it.'],
    ['when it is no XML at all', 'hello', 'not-well-formed', 'Text stands outside the root element.'],
    ['when text follows the root', '<a/>x', 'not-well-formed', 'Text stands outside the root element.'],
    ['when CDATA follows the root', '<a/><![CDATA[]]>', 'not-well-formed', 'Text stands outside the root element.'],
    [
      'when a character reference follows the root',
      '<a/>&#32;',
      'not-well-formed',
      'Text stands outside the root element.',
    ],
    ['when a second root follows', '<a/><b/>', 'not-well-formed', 'A second root element follows the first.'],
    [
      'when an end tag is another one',
      '<a><b></a></b>',
      'not-well-formed',
      'An end tag does not belong to the element that is open.',
    ],
    [
      'when an attribute is written twice',
      '<a x="1" x="2"/>',
      'not-well-formed',
      'The attribute x is written twice on one element.',
    ],
    [
      'when an attribute is written twice under two prefixes',
      '<a xmlns:p="urn:u" xmlns:q="urn:u" p:x="1" q:x="2"/>',
      'not-well-formed',
      'The attribute x is written twice on one element.',
    ],
    [
      'when an entity is not one of the five of XML',
      '<a>&nbsp;</a>',
      'not-well-formed',
      'An entity is used that XML does not define.',
    ],
    [
      'when a character reference names a control character',
      '<a b="&#1;"/>',
      'not-well-formed',
      'A character reference names a character that XML does not allow.',
    ],
    [
      'when it holds a control character',
      '<a>\u0001</a>',
      'not-well-formed',
      'A character stands where XML does not allow it.',
    ],
    ['when an attribute has no quotes', '<a b=c/>', 'not-well-formed', 'An attribute value is not in quotes.'],
    [
      'when the declaration is not at the very start',
      ' <?xml version="1.0"?><a/>',
      'not-well-formed',
      'An XML declaration stands elsewhere than at the very start.',
    ],
    ['when a prefix is not bound', '<p:a/>', 'not-well-formed', 'The prefix p is not bound to a namespace.'],
    [
      'when the prefix of an attribute is not bound',
      '<a p:b="1"/>',
      'not-well-formed',
      'The prefix p is not bound to a namespace.',
    ],
    [
      'when a prefix is unbound again',
      '<p:a xmlns:p="urn:p"><p:b xmlns:p=""/></p:a>',
      'not-well-formed',
      'The prefix p is bound to an empty namespace.',
    ],
    [
      'when the prefix xmlns is declared',
      '<a xmlns:xmlns="urn:x"/>',
      'not-well-formed',
      'A namespace declaration misuses the reserved xml or xmlns prefix.',
    ],
    [
      'when the prefix xml is bound to something else',
      '<a xmlns:xml="urn:x"/>',
      'not-well-formed',
      'A namespace declaration misuses the reserved xml or xmlns prefix.',
    ],
    [
      'when another prefix takes the namespace of xml',
      '<a xmlns:x="http://www.w3.org/XML/1998/namespace"/>',
      'not-well-formed',
      'A namespace declaration misuses the reserved xml or xmlns prefix.',
    ],
    [
      'when a name has two colons',
      '<a:b:c xmlns:a="urn:a"/>',
      'not-well-formed',
      'The name a:b:c has a colon where none may stand.',
    ],
    [
      'when a local name starts with a digit',
      '<a:1 xmlns:a="urn:a"/>',
      'not-well-formed',
      'The name a:1 has a colon where none may stand.',
    ],
    [
      'when an instruction has a colon in its name',
      '<a><?x:y z?></a>',
      'not-well-formed',
      'A processing instruction has a malformed name.',
    ],
    [
      'when the body of an instruction touches its name',
      '<a><?x?y?></a>',
      'not-well-formed',
      'A processing instruction has a malformed name.',
    ],
    [
      'when a namespace is relative, as void canonicalization wants it',
      '<a xmlns:z="1"/>',
      'relative-namespace',
      'The namespace "1" is not an absolute URI.',
    ],
    [
      'when a namespace has white space around it',
      '<a xmlns=" urn:a"/>',
      'relative-namespace',
      'The namespace " urn:a" is not an absolute URI.',
    ],
    ['when it starts with a byte order mark', '\uFEFF<a/>', 'encoding', 'The text starts with a byte order mark.'],
    [
      'when it says to be in another encoding',
      '<?xml version="1.0" encoding="ISO-8859-1"?><a/>',
      'encoding',
      'The XML declaration says the encoding is ISO-8859-1, but the text is UTF-8.',
    ],
    ['when it is XML 1.1', '<?xml version="1.1"?><a/>', 'encoding', 'The text says it is XML 1.1; SAML is XML 1.0.'],
    [
      'when it holds half a character',
      '<a>\uD800</a>',
      'encoding',
      'The text holds half of a character (a lone surrogate).',
    ],
  ];

  it.each(sentences)('%s', (_why, text, reason, message) => {
    expect(refusal(text)).toMatchObject({ reason, message });
  });

  it('where the fault is, and says within which element', () => {
    const problem = refusal('<r>\n <s>&oops;</s></r>');
    expect(problem.offset).toBe('<r>\n <s>&oops'.length);
    expect(problem.within?.localName).toBe('s');
  });

  it('but a document type inside a comment or CDATA is only text', () => {
    expect(readXml('<a><!-- <!DOCTYPE x> --><![CDATA[<!DOCTYPE y>]]></a>').document).toBeDefined();
  });
});

describe('The caps', () => {
  const limits = { maxBytes: 2000, maxElements: 10, maxDepth: 4, maxAttributes: 3 };

  it('stop a text that is too long before it is read', () => {
    expect(refusal(`<a>${'é'.repeat(1000)}</a>`, limits)).toEqual({
      reason: 'too-large',
      message: 'The text is 2007 bytes long; at most 2000 are read.',
      offset: 0,
      limit: 2000,
    });
  });

  it('stop at the first element too many, too deep or too full, wherever the rest goes', () => {
    expect(refusal(`<a>${'<b/>'.repeat(10)}<never closed`, limits)).toMatchObject({
      reason: 'too-many-elements',
      message: 'There are more than 10 elements.',
      offset: 3 + 40,
      limit: 10,
    });
    expect(refusal('<a><a><a><a><a>broken & more', limits)).toMatchObject({
      reason: 'too-deep',
      message: 'Elements are nested more than 4 deep.',
      offset: 15,
      limit: 4,
    });
    expect(refusal('<a b="" c="" d="" xmlns="urn:x">broken & more', limits)).toMatchObject({
      reason: 'too-many-attributes',
      message: 'An element has more than 3 attributes and namespace declarations.',
      limit: 3,
    });
  });

  it('let through exactly as much as they say', () => {
    const text = `<a b="" c="" d=""><b><c><d/></c></b>${'<e/>'.repeat(6)}</a>`;
    expect(readXml(text, { ...limits, maxBytes: text.length }).document?.elementCount).toBe(10);
  });

  it('are 256 KiB, 3,000 elements, 32 levels and 64 attributes unless told otherwise', () => {
    expect(DEFAULT_XML_LIMITS).toEqual({ maxBytes: 262_144, maxElements: 3000, maxDepth: 32, maxAttributes: 64 });
  });
});
