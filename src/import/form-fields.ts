/** Fields of a form body or a query, decoded once as a browser encoded them, kept in order with repeats. */

import type { ReceivedMessage } from '../saml/evidence.js';
import { MESSAGE_FIELDS, type Sighting } from './imported-message.js';

const MAX_FIELDS = 1000;

export type Field = readonly [name: string, value: string];

export function readFields(body: string): Field[] {
  return body
    .split('&', MAX_FIELDS)
    .filter((pair) => pair !== '')
    .map((pair) => {
      const cut = pair.indexOf('=');
      return cut < 0
        ? ([decodeOnce(pair), ''] as const)
        : ([decodeOnce(pair.slice(0, cut)), decodeOnce(pair.slice(cut + 1))] as const);
    });
}

/** One layer of form encoding off; a stray `%` is left as it is. */
function decodeOnce(text: string): string {
  const spaced = text.replace(/\+/g, ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => Buffer.from(run.replace(/%/g, ''), 'hex').toString('utf8'));
  }
}

export function hasMessageField(fields: readonly Field[]): boolean {
  return fields.some(([name]) => (MESSAGE_FIELDS as readonly string[]).includes(name));
}

/** The message among the fields, as the receiver's form parser would have handed it over. */
export function sightingFromFields(
  fields: readonly Field[],
  how: { readonly source: string; readonly binding: 'HTTP-POST' | 'HTTP-Redirect'; readonly method?: string },
): Sighting | undefined {
  const field = MESSAGE_FIELDS.find((name) => fields.some(([given]) => given === name));
  if (field === undefined) return undefined;
  const value = fields.find(([name]) => name === field)?.[1] ?? '';
  const relayState = fields.find(([name]) => name === 'RelayState')?.[1];
  const received: ReceivedMessage = {
    binding: how.binding,
    ...(how.method !== undefined && { method: how.method }),
    samlResponse: value,
    ...(relayState !== undefined && { relayState }),
    fieldNames: fields.map(([name]) => name),
  };
  const notes = /%[0-9A-Fa-f]{2}/.test(value)
    ? [`The value of ${field} is URL-encoded twice. It was left so, because the receiver got it so.`]
    : [];
  return { source: how.source, received, notes };
}
