/** Our own login records: one, a list, or a page of them as the API answers it. */

import type { Sighting } from './imported-message.js';
import { asArray, asObject, own, ownText } from './json-shapes.js';

/** The records in the JSON; empty when it holds none. */
export function loginRecordsIn(json: unknown): readonly unknown[] {
  const listed = Array.isArray(json) ? json : asArray(own(json, 'logins'));
  return (listed.length > 0 ? listed : [json]).filter(isLoginRecord);
}

export function sightingsFromRecord(record: unknown): Sighting[] {
  const id = ownText(record, 'id') ?? '';
  const request = own(record, 'request');
  const requestXml = ownText(request, 'xml');
  const sent: Sighting[] =
    requestXml === undefined
      ? []
      : [
          {
            source: `login ${id}, request`,
            received: { binding: 'document', samlResponse: requestXml },
            ...textAs(request, 'destination', 'sentTo'),
            ...textAs(request, 'sentAt', 'at'),
          },
        ];
  const received = own(record, 'received');
  if (received === undefined) return sent;
  return [...sent, fromReceived(record, received, `login ${id}`)];
}

function fromReceived(record: unknown, received: unknown, source: string): Sighting {
  const binding = ownText(received, 'binding');
  const fieldNames = asArray(own(received, 'fieldNames')).filter((name) => typeof name === 'string');
  const oversize = own(received, 'oversize');
  const bytes = own(oversize, 'bytes');
  const limit = own(oversize, 'limit');
  const holder = asObject(record);
  return {
    source,
    received: {
      binding: binding === 'HTTP-Redirect' || binding === 'document' ? binding : 'HTTP-POST',
      ...textAs(received, 'method', 'method'),
      ...textAs(received, 'samlResponse', 'samlResponse'),
      ...textAs(received, 'relayState', 'relayState'),
      ...textAs(received, 'contentType', 'contentType'),
      ...(fieldNames.length > 0 && { fieldNames }),
      ...(typeof bytes === 'number' && typeof limit === 'number' && { oversize: { bytes, limit } }),
    },
    ...textAs(received, 'acsUrl', 'sentTo'),
    ...textAs(received, 'at', 'at'),
    ...(holder && { record: holder }),
  };
}

function isLoginRecord(value: unknown): boolean {
  const answered = own(value, 'received') !== undefined && own(value, 'diagnosis') !== undefined;
  return ownText(value, 'id') !== undefined && (answered || own(value, 'state') === 'pending');
}

function textAs<const K extends string>(from: unknown, key: string, as: K): { readonly [P in K]?: string } {
  const text = ownText(from, key);
  return (text === undefined ? {} : { [as]: text }) as { readonly [P in K]?: string };
}
