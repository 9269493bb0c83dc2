import type { Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import passport from 'passport';
import type { AnsweredLogin, MatchedUser } from '../../logins/login.js';
import { SESSION_COOKIES } from './cookies.js';

/** Who is signed in, and by which login. */
export interface SignedIn extends MatchedUser {
  readonly loginId: string;
  readonly accountCode: string;
}

declare global {
  namespace Express {
    interface User extends SignedIn {}
  }
}

const DAY = 86_400_000;

export interface Sessions {
  /** Gives this request its session: only the few routes that have one pay for it. */
  attach(request: Request, response: Response): Promise<void>;
  /** Signs in through passport; the session gets a new id, so that one fixed before is worth nothing. */
  signIn(request: Request, login: AnsweredLogin): Promise<void>;
  signOut(request: Request): Promise<void>;
}

/** Sessions of one application: own passport, own store, own secret; nothing is shared between two harnesses. */
export function createSessions(secret: string, isSecure: (request: Request) => boolean): Sessions {
  const authenticator = new passport.Passport();
  authenticator.serializeUser((user, done) => done(null, user));
  authenticator.deserializeUser((user: SignedIn, done) => done(null, user));
  const handlers = [
    sessionHandler(secret, isSecure),
    authenticator.initialize() as RequestHandler,
    authenticator.session() as RequestHandler,
  ];
  return {
    async attach(request, response) {
      for (const handler of handlers) await run(handler, request, response);
    },
    signIn: (request, login) =>
      new Promise((resolve, reject) => {
        const strategy = acceptedLogin(login);
        authenticator.authenticate(strategy, (error: unknown, user?: SignedIn | false) => {
          if (error || !user) return reject(error ?? new Error('an accepted login has a user'));
          request.logIn(user, (failed) => (failed ? reject(failed) : resolve()));
        })(request, undefined as never, reject);
      }),
    signOut: (request) =>
      new Promise((resolve, reject) => {
        request.logout((failed) => (failed ? reject(failed) : resolve()));
      }),
  };
}

/** The store is the session library's own: its sessions are few, short-lived, and worth nothing after a restart. */
function sessionHandler(secret: string, isSecure: (request: Request) => boolean): RequestHandler {
  // Lax: not sent with the IdP's cross-site post, which takes no authority from it; sent when the browser moves on.
  const cookie = { httpOnly: true, sameSite: 'lax', path: '/', maxAge: DAY } as const;
  // A store each: the library writes the cookie's settings into the store, so the last of two would win.
  const plain = session({
    store: new session.MemoryStore(),
    secret,
    name: SESSION_COOKIES.plain.name,
    resave: false,
    saveUninitialized: false,
    cookie,
  });
  const overTls = session({
    store: new session.MemoryStore(),
    secret,
    name: SESSION_COOKIES.overTls.name,
    resave: false,
    saveUninitialized: false,
    cookie: { ...cookie, secure: true },
  });
  return (request, response, next) => (isSecure(request) ? overTls : plain)(request, response, next);
}

function run(handler: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    handler(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
  });
}

/** Our passport strategy: whoever an accepted login names is the user. The judging has been done by then. */
function acceptedLogin(login: AnsweredLogin): passport.Strategy {
  const strategy: passport.Strategy = {
    name: 'accepted-login',
    authenticate() {
      const user = login.user ?? { email: login.assertion?.subject?.nameId ?? '', globalName: '', roles: [] };
      if (!login.accepted || !login.verified) return this.fail('The login was not accepted.', 403);
      this.success({ ...user, loginId: login.id, accountCode: login.accountCode });
    },
  } as passport.Strategy;
  return strategy;
}
