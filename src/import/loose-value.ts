/** A message that was copied out of its form or URL: raw XML, escaped XML, or the bare base64 value. */

import type { Sighting } from './imported-message.js';
import { peekText } from './peek.js';

const ESCAPED_XML = /^\s*&lt;/;
const PERCENT = /%[0-9A-Fa-f]{2}/;

export function looseXml(text: string, source: string): Sighting {
  const repairs: string[] = [];
  let xml = text;
  if (ESCAPED_XML.test(xml)) {
    xml = unescapeMarkup(xml);
    repairs.push('The XML was HTML-escaped (&lt; for <); one layer was taken off.');
  }
  if (/^\s+<\?xml/.test(xml)) {
    xml = xml.trimStart();
    repairs.push('White space before the XML declaration was removed.');
  }
  return { source, received: { binding: 'document', samlResponse: xml }, repairs };
}

/** True when the text can be nothing but an encoded value: only base64's letters, `%xx`, quotes and white space, in long runs. */
export function isLooseValue(text: string): boolean {
  return (
    /^["'\s]*[A-Za-z0-9+/=_%\-\s]+["'\s]*$/.test(text) && (/\S{40}/.test(text) || peekText(text.trim()) !== undefined)
  );
}

/**
 * Repairs what copying does to a value and nothing else: quotes, line breaks, URL-encoding. What a sender does to it
 * (spaces for `+`, truncation, DEFLATE) is left, for the checks to name.
 */
export function looseValue(text: string, source: string): Sighting {
  const repairs: string[] = [];
  let value = withoutMargins(text);
  if (/^(["']).*\1$/s.test(value)) {
    value = value.slice(1, -1).trim();
    repairs.push('Quotation marks around the value were removed.');
  }
  value = withoutPercents(value, repairs);
  if (/[\r\n\t]/.test(value)) {
    value = value.replace(/[ ]*[\r\n\t]+[ ]*/g, '');
    repairs.push('Line breaks inside the base64 were removed.');
  }
  const notes = peekText(value)?.deflated
    ? ['The value is DEFLATE-compressed, as in a URL of the Redirect binding. It was left so.']
    : [];
  return { source, received: { binding: 'HTTP-POST', samlResponse: value }, repairs, notes };
}

/** White space around the value goes, but a space at its end may be a spoiled `+`. */
function withoutMargins(text: string): string {
  const trimmed = text.trim();
  const kept = text.replace(/^\s+/, '').replace(/[\r\n\t]+$/, '');
  return trimmed.length % 4 !== 0 && trimmed.includes(' ') ? kept : trimmed;
}

function withoutPercents(value: string, repairs: string[]): string {
  let decoded = value;
  let layers = 0;
  while (layers < 3 && PERCENT.test(decoded)) {
    decoded = decoded.replace(/%([0-9A-Fa-f]{2})/g, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    layers++;
  }
  if (layers === 1) repairs.push('The value was URL-encoded; it was decoded once.');
  if (layers > 1)
    repairs.push(`The value was URL-encoded ${layers === 2 ? 'twice' : 'three times'}; every layer was taken off.`);
  return decoded;
}

function unescapeMarkup(text: string): string {
  const names = new Map([
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['apos', "'"],
    ['#39', "'"],
    ['#34', '"'],
    ['amp', '&'],
  ]);
  return text.replace(/&(lt|gt|quot|apos|#39|#34|amp);/g, (all, name: string) => names.get(name) ?? all);
}
