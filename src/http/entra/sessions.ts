import type { Request, Response } from 'express';
import type { Random } from '../../clock.js';
import type { SignInSession } from '../../entra/authentication.js';

/** Who is signed in at the stand-in in one browser, by lower-case user principal name. */
export interface EntraSessions {
  /** The session of a user in this browser. */
  find(request: Request, upn: string): SignInSession | undefined;
  /** Names of everybody signed in in this browser. */
  users(request: Request): readonly string[];
  add(request: Request, response: Response, upn: string, session: SignInSession): void;
  /** Ends the sessions of this browser: of one user, or of all. */
  end(request: Request, upn?: string): void;
}

const COOKIE = 'rehearsal-entra-session';
const MAX_BROWSERS = 1_000;
const MAX_USERS = 20;

/** Kept in memory; worth nothing after a restart. */
export function createEntraSessions(random: Random): EntraSessions {
  const browsers = new Map<string, Map<string, SignInSession>>();
  const sessionsOf = (request: Request) => browsers.get(idFrom(request) ?? '');
  return {
    find: (request, upn) => sessionsOf(request)?.get(upn.toLowerCase()),
    users: (request) => [...(sessionsOf(request)?.keys() ?? [])],
    add(request, response, upn, session) {
      const known = sessionsOf(request);
      const users = known ?? new Map<string, SignInSession>();
      if (users.size < MAX_USERS) users.set(upn.toLowerCase(), session);
      if (known) return;
      const id = Buffer.from(random.bytes(32)).toString('base64url');
      browsers.set(id, users);
      const [oldest] = browsers.keys();
      if (browsers.size > MAX_BROWSERS && oldest !== undefined) browsers.delete(oldest);
      // A request posted from the service provider's site comes without it; then the user chooses the account once more.
      response.cookie(COOKIE, id, { httpOnly: true, sameSite: 'lax', path: '/' });
    },
    end(request, upn) {
      if (upn === undefined) browsers.delete(idFrom(request) ?? '');
      else sessionsOf(request)?.delete(upn.toLowerCase());
    },
  };
}

function idFrom(request: Request): string | undefined {
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`).exec(request.headers.cookie ?? '')?.[1];
}
