/** The query string of the HTTP-Redirect binding, kept as the characters that came: signatures cover those, not what they decode to. */

const REDIRECT_PARAMETERS = [
  'SAMLRequest',
  'SAMLResponse',
  'RelayState',
  'SigAlg',
  'Signature',
  'SAMLEncoding',
] as const;
export type RedirectParameter = (typeof REDIRECT_PARAMETERS)[number];

const MAX_LENGTH = 512 * 1024;
const MAX_PARAMETERS = 64;

/** One parameter: as it was written (`name=value`), and its value decoded as a form field. */
export interface QueryToken {
  readonly raw: string;
  readonly value: string;
}

export interface RedirectQuery {
  readonly saml: ReadonlyMap<RedirectParameter, QueryToken>;
  /** Every other parameter, decoded, in order. */
  readonly others: readonly (readonly [name: string, value: string])[];
}

/**
 * Splits a raw query string. Each SAML parameter may stand in it once, under its plain ASCII name; a name that another program would
 * decode to one of them (percent-encoded, `SAMLRequest[]`) is refused.
 *
 * @param rawQuery With or without the leading `?`, not decoded in any way.
 */
export function splitRedirectQuery(
  rawQuery: string,
): { query: RedirectQuery; problem?: never } | { problem: string; query?: never } {
  if (rawQuery.length > MAX_LENGTH) return { problem: `The query string is longer than ${MAX_LENGTH} characters.` };
  const tokens = rawQuery
    .replace(/^\?/, '')
    .split('&')
    .filter((token) => token !== '');
  if (tokens.length > MAX_PARAMETERS)
    return { problem: `There are ${tokens.length} query parameters; at most ${MAX_PARAMETERS} are read.` };
  const saml = new Map<RedirectParameter, QueryToken>();
  const others: (readonly [string, string])[] = [];
  for (const raw of tokens) {
    const equals = raw.includes('=') ? raw.indexOf('=') : raw.length;
    const name = raw.slice(0, equals);
    const value = decodeField(raw.slice(equals + 1));
    if (isRedirectParameter(name)) {
      if (saml.has(name)) return { problem: `${name} stands in the query more than once.` };
      if (value === undefined) return { problem: `The value of ${name} is not percent-encoded UTF-8.` };
      saml.set(name, { raw, value });
      continue;
    }
    const decoded = decodeField(name) ?? name;
    const base = /^\w+/.exec(decoded.trim())?.[0] ?? '';
    if (isRedirectParameter(base))
      return { problem: `The parameter name "${name.slice(0, 60)}" is an unusual way to write ${base}.` };
    others.push([decoded, value ?? raw.slice(equals + 1)]);
  }
  return { query: { saml, others } };
}

function isRedirectParameter(name: string): name is RedirectParameter {
  return (REDIRECT_PARAMETERS as readonly string[]).includes(name);
}

function decodeField(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
