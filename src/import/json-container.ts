/** JSON that holds messages: HAR, SAML-tracer, login records, or any object with a field named as on the wire. */

import { sightingFromFields } from './form-fields.js';
import { isHar, sightingsFromHar } from './har.js';
import type { Sighting } from './imported-message.js';
import { asArray, asObject, own } from './json-shapes.js';
import { loginRecordsIn, sightingsFromRecord } from './login-record.js';
import { isSamlTracer, sightingsFromSamlTracer } from './saml-tracer.js';

/** Undefined when the text is not JSON; empty when it is, but holds no message. */
export function messagesInJson(text: string, source: string): Sighting[] | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (isHar(json)) return sightingsFromHar(json);
  const records = loginRecordsIn(json);
  if (records.length > 0) return records.flatMap(sightingsFromRecord);
  if (isSamlTracer(json)) return sightingsFromSamlTracer(json);
  const objects = Array.isArray(json) ? asArray(json) : [json];
  return objects.flatMap((object, index) =>
    fromObject(object, objects.length > 1 ? `${source}, item ${index + 1}` : source),
  );
}

/** `{ "SAMLResponse": "…", "RelayState": "…" }`, as a web framework logs a parsed body; also nested under `body` or `form`. */
function fromObject(object: unknown, source: string): Sighting[] {
  return [object, own(object, 'body'), own(object, 'form')].flatMap((candidate) => {
    const fields = Object.entries(asObject(candidate) ?? {}).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name.replace(/^saml(?=Re(?:sponse|quest)$)/, 'SAML'), value]] : [],
    );
    const sighting = sightingFromFields(fields, { source, binding: 'HTTP-POST' });
    return sighting ? [sighting] : [];
  });
}
