import type { Request, Response } from 'express';
import type { Random } from '../../clock.js';
import type { SignInSession } from '../../entra/authentication.js';

/** Somebody who is signed in in one browser. */
export interface BrowserSession extends SignInSession {
  readonly userPrincipalName: string;
  /** Of the responses given in this session. */
  readonly sessionIndexes: readonly string[];
}

/** Who is signed in at the stand-in, browser by browser. Kept in memory; worth nothing after a restart. */
export interface EntraSessions {
  list(request: Request): readonly BrowserSession[];
  find(request: Request, upn: string): BrowserSession | undefined;
  /** Begins a session, or replaces the one of that user. */
  put(request: Request, response: Response, session: BrowserSession): void;
  /** Ends every session of this browser. */
  end(request: Request): void;
}

const COOKIE = 'rehearsal-entra-session';
const MAX_BROWSERS = 1_000;
const MAX_USERS = 20;
const MAX_INDEXES = 50;

export function createEntraSessions(random: Random): EntraSessions {
  const browsers = new Map<string, Map<string, BrowserSession>>();
  const sessionsOf = (request: Request) => browsers.get(idFrom(request) ?? '');
  const begin = (response: Response) => {
    const users = new Map<string, BrowserSession>();
    const id = Buffer.from(random.bytes(32)).toString('base64url');
    browsers.set(id, users);
    const [oldest] = browsers.keys();
    if (browsers.size > MAX_BROWSERS && oldest !== undefined) browsers.delete(oldest);
    // A request posted from the service provider's site comes without it; then the user chooses the account once more.
    response.cookie(COOKIE, id, { httpOnly: true, sameSite: 'lax', path: '/' });
    return users;
  };
  return {
    list: (request) => [...(sessionsOf(request)?.values() ?? [])],
    find: (request, upn) => sessionsOf(request)?.get(upn.toLowerCase()),
    put(request, response, session) {
      const users = sessionsOf(request) ?? begin(response);
      const key = session.userPrincipalName.toLowerCase();
      const sessionIndexes = session.sessionIndexes.slice(-MAX_INDEXES);
      if (users.has(key) || users.size < MAX_USERS) users.set(key, { ...session, sessionIndexes });
    },
    end: (request) => void browsers.delete(idFrom(request) ?? ''),
  };
}

function idFrom(request: Request): string | undefined {
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`).exec(request.headers.cookie ?? '')?.[1];
}
