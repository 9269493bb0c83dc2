import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { TokenGuesses } from './rate-limit.js';
import { refuse } from './refuse.js';

const COOKIE = 'rehearsal-token';
/** Over TLS under a name that browsers take from this host only, for every path, and never over plain HTTP. */
const SECURE_COOKIE = '__Host-rehearsal-token';

export interface TokenRule {
  /** Absent: everything is open, which only a loopback server may be. */
  readonly token: string | undefined;
  /** Wherever no token is asked for. */
  readonly isOpen: (request: Request) => boolean;
  readonly isSecure: (request: Request) => boolean;
  readonly guesses: TokenGuesses;
}

/**
 * Asks for the token: as `Authorization: Bearer`, as a cookie, or once in the query of a page, which sets the cookie and goes on
 * without it. Who has guessed too often is told so before the token is looked at.
 */
export function requireToken({ token, isOpen, isSecure, guesses }: TokenRule): RequestHandler {
  if (token === undefined) return (_request, _response, next) => next();
  return async (request, response, next) => {
    if (isOpen(request)) return next();
    const given = tokensIn(request);
    if (given.all.length === 0) return askForToken(response, 'A token is required');
    if (!(await guesses.mayTry(request)) || !given.all.some((one) => equal(one, token)))
      return guesses.wrong(request, response, () => askForToken(response, 'That is not the token'));
    if (given.inQuery === undefined || request.method !== 'GET') return next();
    const isOverTls = isSecure(request);
    const settings = { httpOnly: true, sameSite: 'strict', secure: isOverTls, path: '/' } as const;
    response.cookie(isOverTls ? SECURE_COOKIE : COOKIE, token, settings);
    return response.redirect(302, withoutToken(request.originalUrl));
  };
}

function askForToken(response: Response, what: string): void {
  response.set('WWW-Authenticate', 'Bearer');
  refuse(
    response,
    401,
    `${what}: open this address with ?token=…, or send Authorization: Bearer ….`,
    'It is what the harness was started with as --token; its administrator knows it.',
  );
}

function tokensIn(request: Request): { readonly all: readonly string[]; readonly inQuery?: string } {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const inQuery = request.method === 'GET' ? parametersOf(request.originalUrl).get('token') : null;
  const all = [bearer, cookieOf(request), inQuery].filter((token) => typeof token === 'string');
  return { all, ...(inQuery !== null && { inQuery }) };
}

function cookieOf({ headers }: Request): string | undefined {
  const cookies = (headers.cookie ?? '').split(/;\s*/);
  for (const name of [SECURE_COOKIE, COOKIE]) {
    const found = cookies.find((cookie) => cookie.startsWith(`${name}=`));
    if (found !== undefined) return decoded(found.slice(name.length + 1));
  }
  return undefined;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const parametersOf = (url: string) => new URLSearchParams(url.split('?').slice(1).join('?'));

function withoutToken(url: string): string {
  const parameters = parametersOf(url);
  parameters.delete('token');
  // Two slashes would lead to another host.
  const path = (url.split('?')[0] ?? '').replace(/^[/\\]+/, '/');
  return `${path}?${parameters}`.replace(/\?$/, '');
}

/** Digests have one length, so nothing about the token leaks through the time the comparison takes. */
function equal(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
