import { SaxesParser } from 'saxes';
import { readPlainXml } from './read-plain-xml.js';
import { TreeBuilder } from './tree-builder.js';
import type { XmlDeclaration, XmlDocument, XmlLimits, XmlProblem } from './xml.js';
import { XmlRefusal } from './xml-refusal.js';
import { sentenceFor } from './xml-sentences.js';

/** A genuine response with 150 groups stays under a fifth of these. */
export const DEFAULT_XML_LIMITS: XmlLimits = {
  maxBytes: 256 * 1024,
  maxElements: 3000,
  maxDepth: 32,
  maxAttributes: 64,
};

/**
 * Reads one XML 1.0 text into a tree, in one pass. No document type, no entities but the five of XML, absolute
 * namespace URIs only, UTF-8 only, nothing after the root but white space, comments and processing instructions.
 * The limits are enforced while reading: the first one crossed ends it.
 *
 * @param inherited Namespace declarations in force around the text, for a piece that was cut out of another document.
 * @returns The document, or the first problem. Never throws on a bad text.
 */
export function readXml(
  text: string,
  limits: XmlLimits = DEFAULT_XML_LIMITS,
  inherited: readonly XmlDeclaration[] = [],
): { document: XmlDocument; problem?: never } | { problem: XmlProblem; document?: never } {
  const refusal = refuseAtSight(text, limits);
  if (refusal) return { problem: refusal };
  const plain = readPlainXml(text, limits, inherited);
  return plain ? { document: plain } : readStrictly(text, limits, inherited);
}

/** The reader that alone says what is wrong with a text: the strict parser, whatever the text holds. */
export function readStrictly(
  text: string,
  limits: XmlLimits,
  inherited: readonly XmlDeclaration[],
): { document: XmlDocument; problem?: never } | { problem: XmlProblem; document?: never } {
  const parser = new SaxesParser({ xmlns: false, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  const builder = new TreeBuilder(text, limits, () => parser.position, inherited);
  // Six handlers and not one more: a seventh turns the parser into a slow dictionary object. Without `error` it throws.
  parser.on('opentag', (tag) => builder.open(tag));
  parser.on('closetag', () => builder.close());
  parser.on('text', (run) => builder.text(run));
  parser.on('cdata', (run) => builder.cdata(run));
  parser.on('comment', (comment) => builder.comment(comment));
  parser.on('processinginstruction', (instruction) => builder.processingInstruction(instruction));
  try {
    parser.write(text);
    const { version, encoding } = parser.xmlDecl;
    if (version !== undefined && version !== '1.0')
      throw new XmlRefusal('encoding', `The text says it is XML ${version}; SAML is XML 1.0.`, 0);
    if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) {
      throw new XmlRefusal(
        'encoding',
        `The XML declaration says the encoding is ${encoding}, but the text is UTF-8.`,
        0,
      );
    }
    parser.close();
    return { document: builder.finish(encoding) };
  } catch (error) {
    const problem = problemFrom(error, Math.min(parser.position, text.length));
    return { problem: builder.openElement ? { ...problem, within: builder.openElement } : problem };
  }
}

function refuseAtSight(text: string, limits: XmlLimits): XmlProblem | undefined {
  const bytes = Buffer.byteLength(text);
  if (bytes > limits.maxBytes) {
    const message = `The text is ${bytes} bytes long; at most ${limits.maxBytes} are read.`;
    return { reason: 'too-large', message, offset: 0, limit: limits.maxBytes };
  }
  if (text.charCodeAt(0) === 0xfeff) {
    return { reason: 'encoding', message: 'The text starts with a byte order mark.', offset: 0 };
  }
  // Pairs of surrogates only: the parser would swallow the character after a lone one.
  const lone = bytes === text.length ? -1 : text.search(/\p{Surrogate}/u);
  if (lone >= 0)
    return { reason: 'encoding', message: 'The text holds half of a character (a lone surrogate).', offset: lone };
  const documentType = findDocumentType(text);
  return documentType === undefined ? undefined : documentTypeProblem(documentType);
}

function documentTypeProblem(offset: number): XmlProblem {
  const message =
    'The message declares a document type (DTD), which SAML messages must not do and which is never processed.';
  return { reason: 'document-type', message, offset };
}

/** A document type can stand only before the root element, after the declaration, comments and processing instructions. */
function findDocumentType(text: string): number | undefined {
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++;
    const close = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : undefined;
    if (close === undefined) return text.startsWith('<!DOCTYPE', at) ? at : undefined;
    const end = text.indexOf(close, at + 2);
    if (end < 0) return undefined;
    at = end + close.length;
  }
}

function problemFrom(error: unknown, position: number): XmlProblem {
  if (error instanceof XmlRefusal) {
    const { reason, message, limit } = error;
    const offset = error.offset ?? position;
    return limit === undefined ? { reason, message, offset } : { reason, message, offset, limit };
  }
  const said = error instanceof Error ? error.message : String(error);
  if (said.startsWith('inappropriately located doctype')) return documentTypeProblem(position);
  return { reason: 'not-well-formed', message: sentenceFor(said), offset: Math.max(0, position - 1) };
}
