import { isElement } from './walk.js';
import type { Location, XmlDocument, XmlElement } from './xml.js';

/** Line, column and path of an element's start tag, or of an index into the document's text. */
export function locate(document: XmlDocument, where: XmlElement | number): Location {
  const element = typeof where === 'number' ? innermostAt(document.root, where) : where;
  const offset = typeof where === 'number' ? where : startOf(document, where);
  return { ...locateInText(document.text, offset), path: element ? pathOf(element) : '/' };
}

/** 1-based line and column (in UTF-16 units) of an index into a text. Lines end with LF, CRLF or CR. */
export function locateInText(text: string, offset: number): { line: number; column: number } {
  const end = Math.min(offset, text.length);
  // Most messages are one long line of Entra's: looking for the end of it is all there is to do.
  const { line, lineStart } = text.includes('\r') ? anyLines(text, end) : plainLines(text, end);
  return { line, column: end - lineStart + 1 };
}

function plainLines(text: string, end: number): { line: number; lineStart: number } {
  let line = 1;
  let lineStart = 0;
  for (let next = text.indexOf('\n') + 1; next > 0 && next <= end; next = text.indexOf('\n', next) + 1) {
    line++;
    lineStart = next;
  }
  return { line, lineStart };
}

function anyLines(text: string, end: number): { line: number; lineStart: number } {
  let line = 1;
  let lineStart = 0;
  const lineEnd = /\r\n|\n|\r/g;
  for (let match = lineEnd.exec(text); match && lineEnd.lastIndex <= end; match = lineEnd.exec(text)) {
    line++;
    lineStart = lineEnd.lastIndex;
  }
  return { line, lineStart };
}

/** Names from the root down as they are written, numbered from 1 where brothers share a name: `/samlp:Response/Assertion[2]/Subject`. */
export function pathOf(element: XmlElement): string {
  const { parent } = element;
  const name = nameOf(element);
  if (parent === undefined) return `/${name}`;
  const brothers = parent.children.filter(isElement).filter((candidate) => nameOf(candidate) === name);
  const number = brothers.length > 1 ? `[${brothers.indexOf(element) + 1}]` : '';
  return `${pathOf(parent)}/${name}${number}`;
}

function nameOf(element: XmlElement): string {
  return element.prefix === '' ? element.localName : `${element.prefix}:${element.localName}`;
}

/** Index of the `<` of an element's start tag: no `<` can stand inside a start tag. */
export function startOf(document: XmlDocument, element: XmlElement): number {
  return document.text.lastIndexOf('<', element.startTagEnd - 1);
}

function innermostAt(element: XmlElement, offset: number): XmlElement | undefined {
  if (offset >= element.end) return undefined;
  for (const node of element.children) {
    // The start tag of a child belongs to the child, white space before it to the parent.
    if (isElement(node) && offset < node.end && offset >= node.startTagEnd) return innermostAt(node, offset);
  }
  return element;
}
