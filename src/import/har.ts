/** HTTP Archive 1.2, as browsers' developer tools save it. Source: the HAR 1.2 specification, sections on entries and postData. */

import { type Field, readFields, sightingFromFields } from './form-fields.js';
import { sightingsFromPage } from './from-page.js';
import { sightingFromUrl } from './from-url.js';
import type { Sighting } from './imported-message.js';
import { asArray, headerValue, namedValues, own, ownText } from './json-shapes.js';

export function isHar(json: unknown): boolean {
  return Array.isArray(own(own(json, 'log'), 'entries'));
}

/** Messages posted, messages in URLs, messages in pages and in redirects, in the order of the entries. */
export function sightingsFromHar(json: unknown): Sighting[] {
  return asArray(own(own(json, 'log'), 'entries')).flatMap((entry, index) => sightingsFromEntry(entry, index + 1));
}

function sightingsFromEntry(entry: unknown, number: number): Sighting[] {
  const request = own(entry, 'request');
  const response = own(entry, 'response');
  const method = (ownText(request, 'method') ?? 'GET').toUpperCase();
  const url = ownText(request, 'url') ?? '';
  const place = `HAR entry ${number}: ${method} ${withoutQuery(url)}`;
  const at = instantOf(ownText(entry, 'startedDateTime'));
  const httpDate = headerValue(own(response, 'headers'), 'date');
  const found = [posted(request, method, url, place), sightingFromUrl(url, place), ...answered(response, place)];
  return found.flatMap((sighting) =>
    sighting ? [{ ...sighting, ...(at && { at }), ...(httpDate && sighting.onItsWay && { httpDate }) }] : [],
  );
}

function posted(request: unknown, method: string, url: string, source: string): Sighting | undefined {
  const postData = own(request, 'postData');
  const body = ownText(postData, 'text');
  const fields = body ? readFields(body) : fieldsOf(own(postData, 'params'));
  const sighting = sightingFromFields(fields, { source, binding: 'HTTP-POST', method });
  if (!sighting) return undefined;
  const contentType = headerValue(own(request, 'headers'), 'content-type') ?? ownText(postData, 'mimeType');
  const isForm = contentType === undefined || /x-www-form-urlencoded/i.test(contentType);
  return {
    ...sighting,
    sentTo: withoutQuery(url),
    received: { ...sighting.received, ...(!isForm && { contentType }) },
  };
}

/** Browsers disagree whether `params` are still encoded; base64 never holds a `%`, so one is proof that they are. */
function fieldsOf(params: unknown): Field[] {
  const fields = namedValues(params);
  const encoded = fields.some(([, value]) => /%[0-9A-Fa-f]{2}/.test(value));
  return encoded ? readFields(fields.map(([name, value]) => `${name}=${value}`).join('&')) : fields;
}

function answered(response: unknown, place: string): Sighting[] {
  const content = own(response, 'content');
  const raw = ownText(content, 'text') ?? '';
  const text = ownText(content, 'encoding') === 'base64' ? Buffer.from(raw, 'base64').toString('utf8') : raw;
  const pages = /SAML(Response|Request)|wresult/.test(text)
    ? sightingsFromPage(text, `${place}, page in the answer`)
    : [];
  const location = ownText(response, 'redirectURL') || headerValue(own(response, 'headers'), 'location') || '';
  const redirect = sightingFromUrl(location, `${place}, redirect in the answer`);
  return redirect ? [...pages, { ...redirect, onItsWay: true }] : pages;
}

const withoutQuery = (url: string) => url.split(/[?#]/, 1)[0] ?? url;

function instantOf(text: string | undefined): string | undefined {
  const ms = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}
