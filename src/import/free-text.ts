/** Messages inside a text that is something else: a log, a raw HTTP request, a mail. */

import { readFields, sightingFromFields } from './form-fields.js';
import { sightingFromUrl } from './from-url.js';
import type { Sighting } from './imported-message.js';
import { looseValue, looseXml } from './loose-value.js';
import { peekText } from './peek.js';

const MAX_FOUND = 1000;
const START = new RegExp(
  [
    String.raw`https?://[^\s"'<>]{1,4000}[?&]SAML(?:Request|Response)=[^\s"'<>]+`,
    String.raw`(?:(?:RelayState|wa|wctx)=[^\s"'<>&]{0,4000}&)?\b(?:SAML(?:Request|Response)|wresult)=[^\s"'<>]+`,
    String.raw`<(?:[\w.-]{1,100}:)?(?:Response|AuthnRequest|LogoutRequest|LogoutResponse|Assertion)[\s>]`,
    '[A-Za-z0-9+/]{100,}={0,2}',
  ].join('|'),
  'g',
);

/** Everything that looks like a message, in the order it stands. */
export function sightingsInText(text: string, source: string): Sighting[] {
  const found: Sighting[] = [];
  const target = targetOfHttpRequest(text);
  START.lastIndex = 0;
  for (let match = START.exec(text); match && found.length < MAX_FOUND; match = START.exec(text)) {
    const place = `${source}, line ${lineAt(text, match.index)}`;
    const sighting = sightingAt(text, match, place);
    if (!sighting) continue;
    found.push({ ...sighting, ...(target && sighting.received.binding === 'HTTP-POST' && { sentTo: target }) });
  }
  return found;
}

function sightingAt(text: string, match: RegExpExecArray, place: string): Sighting | undefined {
  const [hit] = match;
  if (hit.startsWith('http')) return sightingFromUrl(hit, place);
  if (hit.startsWith('<')) return xmlAt(text, match, place);
  if (hit.includes('=') && /^(?:SAML|wresult|RelayState|wa=|wctx)/.test(hit))
    return sightingFromFields(readFields(hit), { source: place, binding: 'HTTP-POST' });
  return peekText(hit) ? looseValue(hit, place) : undefined;
}

function xmlAt(text: string, match: RegExpExecArray, place: string): Sighting | undefined {
  const name = match[0].slice(1, -1);
  const end = endOfElement(text, match.index, name);
  if (end === undefined) return undefined;
  START.lastIndex = end;
  return looseXml(text.slice(match.index, end), place);
}

/** An AuthnRequest may be one empty element. */
function endOfElement(text: string, start: number, name: string): number | undefined {
  const tagEnd = text.indexOf('>', start);
  if (tagEnd > 0 && text[tagEnd - 1] === '/') return tagEnd + 1;
  const closing = `</${name}>`;
  const end = text.indexOf(closing, start);
  return end < 0 ? undefined : end + closing.length;
}

/** `POST /login/saml HTTP/1.1` with its `Host`: where a captured request went. */
function targetOfHttpRequest(text: string): string | undefined {
  const path = /^\s*POST (\S{1,2000}) HTTP\/[\d.]+\r?$/m.exec(text.slice(0, 4096))?.[1];
  const host = /^Host: *([^\s]{1,300})\r?$/im.exec(text.slice(0, 16_384))?.[1];
  if (path === undefined) return undefined;
  return /^https?:/.test(path) || host === undefined ? path : `https://${host}${path}`;
}

function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
