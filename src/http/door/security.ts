import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { refuse } from './refuse.js';

const CONTENT_SECURITY_POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  'object-src': "'none'",
  'require-trusted-types-for': "'script'",
};

const HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // A RelayState or a login id must not leak through a link.
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cache-Control': 'no-store',
};

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** On every answer. Pages show attacker-made text: nothing in them may run, load or be framed. */
export const securityHeaders: RequestHandler = (_request, response, next) => {
  for (const [name, value] of ON_EVERY_ANSWER) response.setHeader(name, value);
  response.removeHeader('X-Powered-By');
  next();
};

/** Lets the form of this one page post to another origin: the two SAML POST pages need it. */
export function allowFormAction(response: Response, url: string): void {
  response.set('Content-Security-Policy', policy({ 'form-action': `'self' ${originOf(url)}`.trimEnd() }));
}

function policy(change: Readonly<Record<string, string>>): string {
  return Object.entries({ ...CONTENT_SECURITY_POLICY, ...change })
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ');
}

const ON_EVERY_ANSWER = [...Object.entries(HEADERS), ['Content-Security-Policy', policy({})]] as [string, string][];

/** Only http(s) origins, and nothing that could end the directive: the URL may come from a configuration somebody else wrote. */
function originOf(url: string): string {
  try {
    const { protocol, origin } = new URL(url);
    return protocol === 'http:' || protocol === 'https:' ? origin : '';
  } catch {
    return '';
  }
}

/**
 * Answers only under names this server has: loopback names with the port it listens on, and the origins given (a public URL,
 * vendor hosts of a verbatim rehearsal). Anything else may be a rebound DNS name.
 */
export function hostGuard(allowedOrigins: () => readonly string[]): RequestHandler {
  return (request, response, next) => {
    const host = hostOf(request);
    if (isOwnHost(host, request) || allowedOrigins().some((origin) => new URL(origin).host === host)) return next();
    refuse(
      response,
      421,
      'This server does not answer under that host name. If it should, start it with --public-url.',
    );
  };
}

/**
 * As a trusted proxy says in X-Forwarded-Host, else as the Host header has it. Empty, and so nobody's, when two hosts are named:
 * by two headers, or by the request line and a header (RFC 9112, 3.2).
 */
function hostOf({ host, rawHeaders, originalUrl }: Request): string {
  const named = rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === 'host').length;
  if (named > 1 || !originalUrl.startsWith('/')) return '';
  return (host ?? '').toLowerCase().replace(/\.(?=:|$)/, '');
}

function isOwnHost(host: string, request: Request): boolean {
  const port = request.socket.localPort;
  return LOOPBACK_NAMES.some((name) => host === `${name}:${port}` || (host === name && (port === 80 || port === 443)));
}

/**
 * For inspector, API and stand-in control: no other site may read or change anything here. The endpoints of the SAML
 * protocol are exempt, since responses arrive from another site by design; they take no authority from cookies.
 */
export function sameOriginOnly(isExempt: (request: Request) => boolean): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    if (isExempt(request)) return next();
    const { origin, 'sec-fetch-site': site } = request.headers;
    const foreignOrigin = origin !== undefined && !isSameOrigin(origin, request.host);
    const safe = request.method === 'GET' || request.method === 'HEAD';
    const foreignSite = site === 'cross-site' || site === 'same-site';
    // Following a link from another site is fine; loading from here or posting here is not.
    if (foreignOrigin || (foreignSite && !(safe && isLink(request)))) {
      return refuse(
        response,
        403,
        'Requests from other sites are not answered here.',
        'Open the page itself and go on from there.',
      );
    }
    next();
  };
}

/** A page of its own, not a frame or an object in somebody else's. */
function isLink({ headers }: Request): boolean {
  const { 'sec-fetch-mode': mode, 'sec-fetch-dest': destination = 'document' } = headers;
  return mode === 'navigate' && destination === 'document';
}

function isSameOrigin(origin: string, host: string | undefined): boolean {
  return origin === `http://${host}` || origin === `https://${host}`;
}
