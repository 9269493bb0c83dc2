/** Which cookies of the service provider's came with a response, and why one did not (RFC 6265bis, 5.8.3). */

import { duration } from '../../diagnosis/time-words.js';
import type { AnsweredLogin, ReceivedResponse, SetCookie } from '../../logins/login.js';
import { SESSION_COOKIES } from '../sp/cookies.js';

export interface CookieFate {
  readonly name: string;
  /** Its attributes, as `Set-Cookie` has them. */
  readonly attributes: string;
  /** When it was set, in words. */
  readonly origin: string;
  readonly came: boolean;
  /** A sentence or two. */
  readonly why: string;
}

/** The cookies set with the request, and the session's; then whatever else came. */
export function cookieFates({ received, request }: AnsweredLogin): CookieFate[] {
  const came = received.cookieNames ?? [];
  const isTls = received.acsUrl?.startsWith('https:') ?? false;
  const ofRequest = (request?.cookies ?? []).map((cookie) =>
    fateOf(cookie, received, 'Set with the request', Date.parse(request?.sentAt ?? '')),
  );
  const session = isTls ? SESSION_COOKIES.overTls : SESSION_COOKIES.plain;
  const known = [...ofRequest, fateOf(session, received, 'Set when a login is accepted')];
  const others = came.filter((name) => known.every((fate) => fate.name !== name));
  return [
    ...known,
    ...[...new Set(others)].map((name) => ({
      name,
      attributes: '',
      origin: 'Not set by this service provider',
      came: true,
      why: 'Cookies do not care for ports: something else on this host name may have set it.',
    })),
  ];
}

function fateOf(cookie: SetCookie, received: ReceivedResponse, origin: string, setAt?: number): CookieFate {
  const { name } = cookie;
  const came = received.cookieNames?.includes(name) ?? false;
  const why = came ? whyItCame(cookie, received) : whyNot(cookie, received, setAt);
  return { name, attributes: attributesOf(cookie), origin, came, why };
}

export function attributesOf({ sameSite, secure, path, maxAge }: SetCookie): string {
  return [`SameSite=${sameSite}`, ...(secure ? ['Secure'] : []), `Path=${path}`, `Max-Age=${maxAge}`].join('; ');
}

function whyItCame({ sameSite }: SetCookie, received: ReceivedResponse): string {
  const site = siteOf(received);
  if (site === 'other') {
    return sameSite === 'None'
      ? 'SameSite=None: sent with a post from another site too.'
      : `Unusual: browsers do not send a SameSite=${sameSite} cookie with a post from another site.`;
  }
  return site === 'same' ? 'The post came from the same site.' : 'Where the post came from is not known.';
}

/** The first reason that applies; each of them is enough. */
function whyNot(cookie: SetCookie, received: ReceivedResponse, setAt: number | undefined): string {
  return (
    expired(cookie, received, setAt) ??
    otherAddress(cookie, received) ??
    insecure(cookie, received) ??
    keptBack(cookie, received) ??
    unknownReason(setAt !== undefined, received)
  );
}

function expired({ maxAge }: SetCookie, { at }: ReceivedResponse, setAt = Number.NaN): string | undefined {
  const age = (Date.parse(at) - setAt) / 1000;
  if (!(age > maxAge)) return undefined;
  const [lifetime, passed] = [duration(maxAge * 1000), duration(age * 1000)];
  return `Expired: it lives for ${lifetime} and was set ${passed} before the response came.`;
}

function otherAddress({ host, path }: SetCookie, { acsUrl }: ReceivedResponse): string | undefined {
  if (acsUrl === undefined || !URL.canParse(acsUrl)) return undefined;
  const { hostname, pathname } = new URL(acsUrl);
  if (host !== undefined && host !== hostname) {
    return `Host: it was set on ${host}, and the response went to ${hostname}.`;
  }
  const isUnder = pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
  return isUnder ? undefined : `Path: it goes only to addresses under ${path}, and the response went to ${pathname}.`;
}

const TRUSTED_HOST = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

function insecure({ secure }: SetCookie, { acsUrl = '' }: ReceivedResponse): string | undefined {
  if (!secure || !acsUrl.startsWith('http:')) return undefined;
  const { hostname } = new URL(acsUrl);
  if (!TRUSTED_HOST.test(hostname)) return 'Secure: browsers neither keep nor send it over http. Use https.';
  return undefined;
}

function keptBack({ sameSite }: SetCookie, received: ReceivedResponse): string | undefined {
  const site = siteOf(received);
  if (sameSite === 'None' || site === 'same') return undefined;
  const allowed = sameSite === 'Lax' ? 'only with links from other sites, never with a post' : 'never from other sites';
  const from = received.headers?.['origin'];
  const where =
    site === 'other' ? `and this post came from ${named(from)}` : 'and responses are posted from another site';
  return `SameSite=${sameSite}: sent ${allowed}, ${where}.`;
}

const named = (origin: string | undefined) => (origin === undefined || origin === 'null' ? 'another site' : origin);

function unknownReason(isSet: boolean, received: ReceivedResponse): string {
  if (!isSet) return 'There was none: no login had been accepted in this browser, or the session had ended.';
  const overHttp = received.acsUrl?.startsWith('http:')
    ? ' Safari also drops Secure cookies over http on localhost.'
    : '';
  return `Blocked, cleared, or never there: the browser refuses cookies, or the response was posted by another browser, a private window or a program that keeps none.${overHttp}`;
}

/** Where the post came from, as the browser says; programs say nothing. */
function siteOf({ headers = {}, acsUrl }: ReceivedResponse): 'same' | 'other' | 'unknown' {
  const said = headers['sec-fetch-site'];
  if (said === 'cross-site') return 'other';
  if (said === 'same-origin' || said === 'same-site' || said === 'none') return 'same';
  const { origin } = headers;
  if (origin === undefined || acsUrl === undefined || !URL.canParse(acsUrl)) return 'unknown';
  if (!URL.canParse(origin)) return 'other';
  return new URL(origin).hostname === new URL(acsUrl).hostname ? 'same' : 'unknown';
}
