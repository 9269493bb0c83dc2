import type { NamedDifference } from './difference.js';
import { show } from './show.js';

const URL_PARTS = /^([a-z][a-z0-9+.-]*):\/\/([^/?#:]*|\[[^\]]*\])(?::(\d*))?([^?#]*)(\?[^#]*)?(#.*)?$/i;
const REGION_HOST = /^([a-z]+)-api\.mimecast/i;
const DEFAULT_PORT: Readonly<Record<string, string>> = { http: '80', https: '443' };

interface UrlParts {
  readonly scheme: string;
  readonly host: string;
  readonly port: string | undefined;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/**
 * Which parts of two URLs differ, most telling first. Nothing is normalized before it is compared.
 *
 * @returns undefined when either text is not a URL with an authority.
 */
export function differingUrlParts(expected: string, actual: string): readonly NamedDifference[] | undefined {
  const left = split(expected);
  const right = split(actual);
  if (!left || !right) return undefined;
  const found = [host(left, right), scheme(left, right), port(left, right), ...path(left, right)];
  if (left.query !== right.query)
    found.push(['query', right.query ? `the part after ? is ${show(right.query, 80)}` : 'the part after ? is missing']);
  if (left.fragment !== right.fragment) found.push(['fragment', 'the part after # differs']);
  return found.filter((one) => one !== undefined);
}

/** True when two URLs name the same place by RFC 3986 (scheme and host in any case, default port written or not), though not letter by letter. */
export function isSamePlace(expected: string, actual: string): boolean {
  const kinds = differingUrlParts(expected, actual)?.map(([kind]) => kind) ?? [];
  return kinds.length > 0 && kinds.every((kind) => kind === 'host-case' || kind === 'default-port');
}

function split(text: string): UrlParts | undefined {
  const match = URL_PARTS.exec(text);
  if (!match) return undefined;
  const [, scheme = '', host = '', port, path = '', query = '', fragment = ''] = match;
  return { scheme, host, port, path, query, fragment };
}

function host(left: UrlParts, right: UrlParts): NamedDifference | undefined {
  if (left.host === right.host) return undefined;
  if (left.host.toLowerCase() === right.host.toLowerCase()) return ['host-case', 'the host is written in another case'];
  const expected = REGION_HOST.exec(left.host)?.[1];
  const actual = REGION_HOST.exec(right.host)?.[1];
  if (expected && actual)
    return ['region', `it is of the Mimecast region ${show(actual, 20)}, expected is ${expected}`];
  return ['host', `the host is ${show(right.host, 80)}, not ${show(left.host, 80)}`];
}

function scheme(left: UrlParts, right: UrlParts): NamedDifference | undefined {
  if (left.scheme === right.scheme) return undefined;
  if (left.scheme.toLowerCase() === right.scheme.toLowerCase())
    return ['host-case', 'the scheme is written in another case'];
  return ['scheme', `it begins with ${show(right.scheme, 20)}://, not ${left.scheme}://`];
}

function port(left: UrlParts, right: UrlParts): NamedDifference | undefined {
  if (left.port === right.port) return undefined;
  const real = (parts: UrlParts) => parts.port || DEFAULT_PORT[parts.scheme.toLowerCase()];
  if (real(left) === real(right)) {
    return [
      'default-port',
      right.port === undefined ? `it leaves out the port :${left.port}` : `it writes out the port :${right.port}`,
    ];
  }
  // Without a written port on either side the scheme alone is what differs.
  return [
    'port',
    `the port is ${right.port ?? `not written (${real(right)})`}, not ${left.port ?? `${real(left)} (not written)`}`,
  ];
}

function path(left: UrlParts, right: UrlParts): NamedDifference[] {
  if (left.path === right.path) return [];
  const slash: NamedDifference = right.path.endsWith('/')
    ? ['trailing-slash', 'it has a slash at the end too many']
    : ['trailing-slash', 'the slash at the end is missing'];
  const bare = (text: string) => text.replace(/\/$/, '');
  const slashes = left.path.endsWith('/') === right.path.endsWith('/') ? [] : [slash];
  const [one, two] = [bare(left.path), bare(right.path)];
  if (one === two) return slashes;
  if (one.toLowerCase() === two.toLowerCase()) return [['case', 'upper and lower case differ in the path'], ...slashes];
  if (decoded(one) === decoded(two))
    return [['percent-encoding', 'characters are percent-encoded differently'], ...slashes];
  const code = /^\/sso\/([^/]+)$/.exec(one)?.[1];
  const other = /^\/sso\/([^/]+)$/.exec(two)?.[1];
  if (code && other)
    return [['account-code', `the account code is ${show(other, 40)}, not ${show(code, 40)}`], ...slashes];
  return [['path', `the path is ${show(right.path || '/', 80)}, not ${show(left.path || '/', 80)}`]];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
