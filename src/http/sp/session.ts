import type { Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import passport from 'passport';
import type { Clock } from '../../clock.js';
import type { KeptSessions } from '../../logins/kept-sessions.js';
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

export interface SessionParts {
  readonly clock: Clock;
  readonly sessionSecret: string;
  readonly memory: { readonly sessions: KeptSessions };
}

/** Sessions of one application: own passport; store and secret are those of its logins, so that replicas share them. */
export function createSessions(parts: SessionParts, isSecure: (request: Request) => boolean): Sessions {
  const authenticator = new passport.Passport();
  authenticator.serializeUser((user, done) => done(null, user));
  authenticator.deserializeUser((user: SignedIn, done) => done(null, user));
  const handlers = [
    sessionHandler(parts, isSecure),
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

function sessionHandler(parts: SessionParts, isSecure: (request: Request) => boolean): RequestHandler {
  const { sessionSecret: secret } = parts;
  // Lax: not sent with the IdP's cross-site post, which takes no authority from it; sent when the browser moves on.
  const cookie = { httpOnly: true, sameSite: 'lax', path: '/', maxAge: DAY } as const;
  // A store each: the library writes the cookie's settings into the store, so the last of two would win.
  const plain = session({
    store: new SessionStore(parts),
    secret,
    name: SESSION_COOKIES.plain.name,
    resave: false,
    saveUninitialized: false,
    cookie,
  });
  const overTls = session({
    store: new SessionStore(parts),
    secret,
    name: SESSION_COOKIES.overTls.name,
    resave: false,
    saveUninitialized: false,
    cookie: { ...cookie, secure: true },
  });
  return (request, response, next) => (isSecure(request) ? overTls : plain)(request, response, next);
}

/** The session library's view of the sessions kept beside the logins. Nothing is written when a session is only looked at. */
class SessionStore extends session.Store {
  readonly #kept: KeptSessions;
  readonly #clock: Clock;

  constructor({ memory, clock }: SessionParts) {
    super();
    this.#kept = memory.sessions;
    this.#clock = clock;
  }

  override get(id: string, done: (error: unknown, session?: session.SessionData | null) => void): void {
    this.#kept
      .load(id, this.#clock.now())
      .then((text) => done(null, text === undefined ? null : JSON.parse(text)), done);
  }

  override set(id: string, data: session.SessionData, done: (error?: unknown) => void = () => undefined): void {
    const at = this.#clock.now();
    const expires = new Date(at.getTime() + DAY);
    this.#kept.save(id, JSON.stringify(data), at, expires).then(() => done(), done);
  }

  override destroy(id: string, done: (error?: unknown) => void = () => undefined): void {
    this.#kept.remove(id).then(() => done(), done);
  }
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
