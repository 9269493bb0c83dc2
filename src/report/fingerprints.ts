/** Values → stable fingerprints that keep their shape: an address stays an address, a URL its scheme, port and slashes. */

import { createHmac } from 'node:crypto';
import { isPathWord, isPublicHost, isVocabulary } from './vocabulary.js';

export const FINGERPRINT = /\{(?:user|domain|host|path|query|guid|id|data|value|address):[0-9a-f]{8}\}/g;

const EMAIL = /^([^\s@<>"]+)@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)$/;
const URL_SHAPE = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#\s:@]+)(:\d+)?([^\s]*)$/i;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export interface Fingerprints {
  /** The value with its shape kept; vocabulary comes back as it is. */
  of(value: string): string;
  /** How many different values were replaced, by kind. */
  counts(): Record<string, number>;
}

/** @param key random bytes, used for this one report and then forgotten */
export function createFingerprints(key: Uint8Array): Fingerprints {
  const seen = new Map<string, Set<string>>();
  const mark = (kind: string, value: string) => {
    const digest = createHmac('sha256', key).update(`${kind}\n${value}`).digest('hex').slice(0, 8);
    seen.set(kind, (seen.get(kind) ?? new Set()).add(value));
    return `{${kind}:${digest}}`;
  };
  return {
    of: (value) => shaped(value, mark),
    counts: () => Object.fromEntries([...seen].map(([kind, values]) => [kind, values.size])),
  };
}

type Mark = (kind: string, value: string) => string;

function shaped(value: string, mark: Mark): string {
  const inner = value.trim();
  if (isVocabulary(inner)) return value;
  if (inner !== value) return value.replace(inner, () => shaped(inner, mark));
  const email = EMAIL.exec(value);
  if (email) return `${mark('user', email[1] as string)}@${mark('domain', email[2] as string)}`;
  const url = URL_SHAPE.exec(value);
  if (url) return shapedUrl(url, mark);
  if (GUID.test(value)) return mark('guid', value);
  if (/^(#|(spn|api|urn):)./i.test(value))
    return value.replace(/^(#|[a-z]+:)(.*)$/is, (_all, head, rest) => head + shaped(rest, mark));
  if (/^_[\w-]{8,}$/.test(value)) return `_${mark('id', value)}`;
  if (/^[A-Za-z0-9+/=\s]{40,}$/.test(value)) return mark('data', value.replace(/\s/g, ''));
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(value)) return mark('address', value);
  return mark('value', value);
}

function shapedUrl(url: RegExpExecArray, mark: Mark): string {
  const [, scheme = '', host = '', port = '', rest = ''] = url;
  const cut = rest.search(/[?#]/);
  const path = cut < 0 ? rest : rest.slice(0, cut);
  const query =
    cut < 0 ? '' : rest.slice(cut, cut + 1) + (rest.length > cut + 1 ? mark('query', rest.slice(cut + 1)) : '');
  const segments = path.split('/').map((segment) => {
    if (segment === '' || isPathWord(segment)) return segment;
    return GUID.test(segment) ? mark('guid', segment) : mark('path', segment);
  });
  return `${scheme}${isPublicHost(host) ? host : mark('host', host)}${port}${segments.join('/')}${query}`;
}

/** The parts of a value that give it away on their own. */
export function tellingParts(value: string): string[] {
  if (isVocabulary(value)) return [];
  const email = EMAIL.exec(value);
  if (email) return [email[1] as string, email[2] as string];
  const url = URL_SHAPE.exec(value);
  if (!url) return /^(spn|api):/i.test(value) ? [value.slice(4)] : [];
  const [, , host = '', , rest = ''] = url;
  const segments = (rest.split(/[?#]/, 1)[0] ?? '')
    .split('/')
    .filter((segment) => segment !== '' && !isPathWord(segment));
  return [...(isPublicHost(host) ? [] : [host]), ...segments];
}
