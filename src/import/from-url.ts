import { readFields, sightingFromFields } from './form-fields.js';
import type { Sighting } from './imported-message.js';

/** A full URL as the browser's address bar or a log shows it: the Redirect binding, or a page's link to it. */
export function sightingFromUrl(url: string, source: string): Sighting | undefined {
  const cut = url.indexOf('?');
  if (cut < 0) return undefined;
  const query = (url.slice(cut + 1).split('#')[0] ?? '').replace(/&amp;/g, '&');
  const sighting = sightingFromFields(readFields(query), { source, binding: 'HTTP-Redirect', method: 'GET' });
  return sighting && { ...sighting, sentTo: url.slice(0, cut) };
}
