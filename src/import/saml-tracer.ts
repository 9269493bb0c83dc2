/**
 * Export of the SAML-tracer browser extension: `{ requests: [{ method, url, requestHeaders, responseHeaders, post, saml }], timestamp }`.
 * The extension can replace posted values by `{hash:…}` or `{obf:…}`; its own decoded copy (`saml`) is then all there is.
 */

import { type Field, sightingFromFields } from './form-fields.js';
import { sightingFromUrl } from './from-url.js';
import type { Sighting } from './imported-message.js';
import { asArray, headerValue, namedValues, own, ownText } from './json-shapes.js';

export function isSamlTracer(json: unknown): boolean {
  return asArray(own(json, 'requests')).some((request) => ownText(request, 'url') !== undefined);
}

export function sightingsFromSamlTracer(json: unknown): Sighting[] {
  return asArray(own(json, 'requests')).flatMap((request, index) => {
    const sighting = sightingFromTrace(request, index + 1);
    return sighting ? [sighting] : [];
  });
}

function sightingFromTrace(request: unknown, number: number): Sighting | undefined {
  const method = (ownText(request, 'method') ?? 'GET').toUpperCase();
  const url = ownText(request, 'url') ?? '';
  const target = url.split(/[?#]/, 1)[0] ?? url;
  const source = `SAML-tracer request ${number}: ${method} ${target}`;
  const fields: Field[] = namedValues(own(request, 'post'));
  const posted = sightingFromFields(fields, { source, binding: 'HTTP-POST', method });
  const sighting = posted ? { ...posted, sentTo: target } : sightingFromUrl(url, source);
  if (!sighting) return undefined;
  const at = instantOfHeader(headerValue(own(request, 'responseHeaders'), 'date'));
  return { ...unmasked(sighting, ownText(request, 'saml')), ...(at && { at }) };
}

/** `post` is masked on export with "hash" or "obfuscate"; the decoded copy is not. */
function unmasked(sighting: Sighting, decoded: string | undefined): Sighting {
  const value = sighting.received.samlResponse ?? '';
  if (!/^\{(hash|obf):|^\{overwritten\}/.test(value)) return sighting;
  if (decoded === undefined || decoded === '')
    return { ...sighting, hint: 'SAML-tracer masked this message on export. Export again with "no filtering".' };
  const relayState = sighting.received.relayState;
  return {
    ...sighting,
    received: { binding: 'document', samlResponse: decoded },
    repairs: ["The posted value was masked on export; SAML-tracer's own decoded copy was used instead."],
    notes: relayState?.startsWith('{') ? ['The RelayState was masked on export and is not known.'] : [],
  };
}

/** The receiver's answer is dated: the nearest thing to an instant of arrival that the export holds. */
function instantOfHeader(date: string | undefined): string | undefined {
  const ms = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}
