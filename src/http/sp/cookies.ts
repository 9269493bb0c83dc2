import type { Response } from 'express';
import type { SetCookie } from '../../logins/login.js';

const LIFETIME_SECONDS = 600;
const DAY_SECONDS = 86_400;

/** What the session's cookie is like, by whether the service provider is reached over TLS. */
export const SESSION_COOKIES: Readonly<Record<'plain' | 'overTls', SetCookie>> = {
  plain: { name: 'rehearsal-session', sameSite: 'Lax', secure: false, path: '/', maxAge: DAY_SECONDS },
  overTls: { name: '__Host-rehearsal-session', sameSite: 'Lax', secure: true, path: '/', maxAge: DAY_SECONDS },
};

/**
 * Two cookies go out with every AuthnRequest, as a service provider might keep its pending request in them. Nothing here reads
 * them: the inspector says which of them came back with the response, and why the other did not.
 */
export function requestCookies(host: string): SetCookie[] {
  const shared = { host, path: '/login', maxAge: LIFETIME_SECONDS } as const;
  return [
    { name: 'rehearsal-request-lax', sameSite: 'Lax', secure: false, ...shared },
    { name: 'rehearsal-request-none', sameSite: 'None', secure: true, ...shared },
  ];
}

/** @param requestId its value; the browser has it in the AuthnRequest anyway */
export function sendRequestCookies(response: Response, cookies: readonly SetCookie[], requestId: string): void {
  for (const { name, sameSite, secure, path, maxAge } of cookies) {
    const attributes = `Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=${sameSite}${secure ? '; Secure' : ''}`;
    response.append('Set-Cookie', `${name}=${requestId}; ${attributes}`);
  }
}
