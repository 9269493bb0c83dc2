/** What the parser says, in words for somebody who has a login to repair. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^unclosed tag: (.+)/, 'The element <$1> is never closed; the message seems to be cut off.'],
  [/^unexpected end\./, 'The message ends in the middle of markup; it seems to be cut off.'],
  [/^unexpected close tag\./, 'An end tag does not belong to the element that is open.'],
  [/^unmatched closing tag: (.+)\./, 'The end tag </$1> has no start tag.'],
  [/^text data outside of root node\./, 'Text stands outside the root element.'],
  [/^documents may contain only one root\./, 'A second root element follows the first.'],
  [/^document must contain a root element\./, 'There is no XML element in it.'],
  [/^undefined entity\./, 'An entity is used that XML does not define.'],
  [/^duplicate attribute: (.+)\./, 'The attribute $1 is written twice on one element.'],
  [/^disallowed character\./, 'A character stands where XML does not allow it.'],
  [/^malformed character entity\./, 'A character reference names a character that XML does not allow.'],
  [/^attribute without value\./, 'An attribute has no value.'],
  [/^unquoted attribute value\./, 'An attribute value is not in quotes.'],
  [/^an XML declaration must be at the start/, 'An XML declaration stands elsewhere than at the very start.'],
  [/^the XML declaration must appear at the start/, 'An XML declaration stands elsewhere than at the very start.'],
  [/^malformed comment\./, 'A comment holds two hyphens.'],
];

/** One sentence, without the position, for a message of the parser. */
export function sentenceFor(said: string): string {
  for (const [pattern, sentence] of SENTENCES) {
    const match = pattern.exec(said);
    if (match) return sentence.replace('$1', () => (match[1] ?? '').slice(0, 80));
  }
  return `The XML is not well-formed: ${said.replace(/\.$/, '').slice(0, 120)}.`;
}
