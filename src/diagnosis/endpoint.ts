/** What Destination and Recipient have in common: both name the AssertionConsumerService. */

import type { Failure } from './check.js';
import { difference } from './difference.js';
import type { Expectations } from './expectations.js';
import { fail, type Where } from './outcomes.js';
import type { RemedyId } from './remedies.js';
import { show } from './show.js';
import { isSamePlace } from './url-parts.js';

export const ENDPOINT_KINDS = {
  scheme: 'http against https: usually a proxy that ends TLS',
  port: 'another port',
  'default-port': 'the same place, with the default port written out (a warning)',
  'host-case': 'the same place, with the host in another case (a warning)',
  case: 'upper and lower case of the path',
  'trailing-slash': 'the slash at the end',
  region: 'another Mimecast region',
  path: 'another path',
  'own-url': 'another URL of this service provider',
  host: 'another host',
  query: 'the part after ?',
  fragment: 'the part after #',
  'percent-encoding': 'characters encoded differently',
  'white-space': 'white space or invisible characters',
  'entity-id': 'the entityID instead of the endpoint',
  different: 'something else',
} as const;

/** Where a proxy in front is the likely cause, it comes first. */
const BY_PROXY = ['mind-the-proxy', 'set-reply-url', 'ask-for-right-acs'] as const;
const REMEDIES: Readonly<Record<string, readonly [RemedyId, ...RemedyId[]]>> = {
  scheme: BY_PROXY,
  port: BY_PROXY,
  'default-port': BY_PROXY,
  host: ['set-reply-url', 'ask-for-right-acs', 'mind-the-proxy'],
};

/** Undefined when `value` names the endpoint letter by letter. */
export function judgeEndpoint(
  name: 'Destination' | 'Recipient',
  value: string,
  endpoint: string,
  at: Where,
  expected: Expectations,
): Failure | undefined {
  const found = difference(endpoint, value);
  if (!found) return undefined;
  const same = isSamePlace(endpoint, value);
  const own = expected.serviceProvider.knownUrls?.find(({ url }) => url === value);
  const kind = kindOf(value, found.kind, own !== undefined, expected);
  const known = own && kind !== 'region' ? `: that is ${show(own.what, 100)}` : `: ${found.words}`;
  return fail(expected, {
    kind,
    summary: same
      ? `${name} is ${show(value, 150)}, which is the same place as ${show(endpoint, 150)} but not the same text${known}; strict service providers refuse it.`
      : `${name} is ${show(value, 150)}, but the endpoint is ${show(endpoint, 150)}${kind === 'entity-id' ? ': that is the Identifier, not the Reply URL' : known}.`,
    expected: endpoint,
    actual: value,
    difference: found.marked,
    at,
    severity: same ? 'warning' : undefined,
    remedies: REMEDIES[kind] ?? ['set-reply-url', 'ask-for-right-acs'],
  });
}

function kindOf(
  value: string,
  kind: string,
  isOwn: boolean,
  { serviceProvider }: Expectations,
): keyof typeof ENDPOINT_KINDS {
  if (value === serviceProvider.entityId) return 'entity-id';
  if (kind === 'path' && isOwn) return 'own-url';
  return kind in ENDPOINT_KINDS ? (kind as keyof typeof ENDPOINT_KINDS) : 'different';
}
