/** Which texts are refused as XML, and the sentence a person gets. */
import { describe, expect, it } from '@jest/globals';
import { DEFAULT_XML_LIMITS, readXml } from '../../src/saml/read-xml.js';
import type { XmlProblem } from '../../src/saml/xml.js';

function refusal(text: string, limits = DEFAULT_XML_LIMITS): XmlProblem {
  const { problem } = readXml(text, limits);
  if (!problem) throw new Error(`read without a word: ${text.slice(0, 80)}`);
  return problem;
}

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
