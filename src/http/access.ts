import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';

const COOKIE = 'rehearsal-token';

/**
 * Asks for the token wherever `isOpen` says otherwise: as `Authorization: Bearer`, as a cookie, or once in the query of a page,
 * which sets the cookie and goes on without it. Without a token everything is open, which only a loopback server may be.
 */
export function requireToken(
  token: string | undefined,
  isOpen: (request: Request) => boolean,
  isSecure: (request: Request) => boolean,
): RequestHandler {
  if (token === undefined) return (_request, _response, next) => next();
  return (request, response, next) => {
    if (isOpen(request) || equal(bearerOf(request), token) || equal(cookieOf(request), encodeURIComponent(token)))
      return next();
    const [path = '', ...query] = request.originalUrl.split('?');
    const parameters = new URLSearchParams(query.join('?'));
    const given = parameters.get('token');
    if (request.method === 'GET' && given !== null && equal(given, token)) {
      parameters.delete('token');
      response.cookie(COOKIE, token, { httpOnly: true, sameSite: 'strict', secure: isSecure(request), path: '/' });
      // Two slashes would lead to another host.
      return response.redirect(302, `${path.replace(/^[/\\]+/, '/')}?${parameters}`.replace(/\?$/, ''));
    }
    response.status(401).set('WWW-Authenticate', 'Bearer');
    response
      .type('text/plain')
      .send('A token is required: open this address with ?token=…, or send Authorization: Bearer ….\n');
  };
}

function bearerOf(request: Request): string {
  return /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

function cookieOf(request: Request): string {
  const found = (request.headers.cookie ?? '').split(/;\s*/).find((cookie) => cookie.startsWith(`${COOKIE}=`));
  return found?.slice(COOKIE.length + 1) ?? '';
}

/** Digests have one length, so nothing about the token leaks through the time the comparison takes. */
function equal(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
