import type { Finding } from '../../diagnosis/check.js';
import type { Signature } from '../../saml/evidence.js';
import type { XmlDocument } from '../../saml/xml.js';
import { highlightXml, type Token } from './highlight-xml.js';
import { prettyXml } from './pretty-xml.js';

export type XmlViewName = 'request' | 'response' | 'assertion';

/** A document as the page shows it: numbered lines of tokens, with what is known of each line. */
export interface XmlView {
  readonly name: XmlViewName;
  readonly title: string;
  /** False: the text could not be read as XML and stands as it came. */
  readonly isReadable: boolean;
  readonly lines: readonly XmlLine[];
}

export interface XmlLine {
  readonly number: number;
  readonly tokens: readonly Token[];
  /** Numbers (from 1) of the signatures whose digest covers this line. */
  readonly coveredBy: readonly number[];
  /** Failed findings that point at this line. */
  readonly findings: readonly Finding[];
}

/** Where in a view a finding points. */
export interface Place {
  readonly view: XmlViewName;
  readonly line: number;
}

export interface XmlSource {
  readonly name: XmlViewName;
  readonly title: string;
  readonly text: string;
  /** Absent when the text could not be read. */
  readonly document?: XmlDocument;
}

/** Index into a text of a 1-based line and column; lines end with LF, CRLF or CR. */
export function offsetOf(text: string, line: number, column: number): number {
  const lineEnd = /\r\n|\n|\r/g;
  for (let at = 1; at < line; at++) if (!lineEnd.exec(text)) return text.length;
  return Math.min(text.length, lineEnd.lastIndex + column - 1);
}

/** The view a finding's place belongs to, and the pretty line in it. */
type Finder = (finding: Finding) => Place | undefined;

/** Lays documents out as numbered lines and finds the place of every finding in them. */
export function xmlViews(
  sources: readonly XmlSource[],
  findings: readonly Finding[],
  signatures: readonly Signature[],
): { readonly views: readonly XmlView[]; readonly placeOf: Finder } {
  const laidOut = sources.map((source) => ({ source, ...layOut(source) }));
  const placeOf: Finder = (finding) => {
    const { at } = finding;
    if (!at) return undefined;
    const found = laidOut.find(({ source }) => belongs(at.path, finding, source));
    if (!found) return undefined;
    return { view: found.source.name, line: found.lineOf(offsetOf(found.source.text, at.line, at.column ?? 1)) };
  };
  const failed = findings.filter(({ status }) => status === 'fail' || status === 'crashed');
  const places = failed.map((finding) => ({ finding, place: placeOf(finding) }));
  const views = laidOut.map(({ source, tokens, covers }) => ({
    name: source.name,
    title: source.title,
    isReadable: source.document !== undefined,
    lines: tokens.map((line, index) => ({
      number: index + 1,
      tokens: line,
      coveredBy: signatures.flatMap((signature, at) => (covers(signature, index + 1) ? [at + 1] : [])),
      findings: places
        .filter(({ place }) => place?.view === source.name && place.line === index + 1)
        .map(({ finding }) => finding),
    })),
  }));
  return { views, placeOf };
}

function layOut({ text, document }: XmlSource) {
  if (!document) {
    const lines = text.split(/\r\n|\n|\r/);
    return {
      tokens: highlightXml(lines.join('\n'), false),
      lineOf: (offset: number) => text.slice(0, offset).split(/\r\n|\n|\r/).length,
      covers: () => false,
    };
  }
  const pretty = prettyXml(document);
  return {
    tokens: highlightXml(pretty.lines.join('\n'), true),
    lineOf: (offset: number) => pretty.lineOf(offset),
    covers: (signature: Signature, line: number) => {
      const whole = signature.referenced && pretty.linesOf(signature.referenced);
      if (!whole || line < whole.first || line > whole.last) return false;
      const own = pretty.linesOf(signature.element);
      return !own || line < own.first || line > own.last;
    },
  };
}

/** A finding names a path from a root: the message's, the decrypted assertion's, or (stage `request`) our own request's. */
function belongs(path: string, finding: Finding, { name, document }: XmlSource): boolean {
  if ((finding.stage === 'request') !== (name === 'request')) return false;
  if (!document) return true;
  const root =
    document.root.prefix === '' ? document.root.localName : `${document.root.prefix}:${document.root.localName}`;
  return path === '/' || path === `/${root}` || path.startsWith(`/${root}/`);
}
