import { HarnessError } from '../errors.js';
import type { AnsweredLogin } from '../logins/login.js';
import { type LoginEvents, nextLogin } from '../logins/login-events.js';
import { createLoginInbox } from '../logins/login-inbox.js';
import { writeLoginRecord } from '../logins/login-record.js';
import type { LoginStore } from '../logins/login-store.js';

/** How long to wait for a login. */
export interface WaitOptions {
  /** Milliseconds; default 30,000. */
  readonly timeoutMs?: number;
}

/** The logins of a harness, as its library hands them out. */
export interface LoginDesk {
  nextLogin(options?: WaitOptions): Promise<AnsweredLogin>;
  takeLogin(options?: WaitOptions): Promise<AnsweredLogin>;
}

/** Logins with the record of one as text. */
export interface HarnessLogins extends LoginStore {
  /**
   * The record of a login, JSON, to be kept as a fixture and judged again by `replayLogin` or `saml-rehearsal replay`.
   *
   * @param id Default: the newest.
   * @throws HarnessError `LOGIN_UNKNOWN`, `LOGIN_PENDING`.
   */
  export(id?: string): Promise<string>;
}

export function createLoginDesk(parts: {
  readonly events: LoginEvents;
  readonly logins: LoginStore;
  readonly stopping: AbortSignal;
  readonly url: string;
}): LoginDesk {
  const { events, logins, stopping, url } = parts;
  const inbox = createLoginInbox(events, logins);
  const orElse = (login: AnsweredLogin | undefined, timeoutMs: number): AnsweredLogin => {
    if (login) return login;
    throw new HarnessError(
      'NO_LOGIN',
      stopping.aborted ? 'The harness was stopped.' : `No login came within ${timeoutMs} ms.`,
      `Sign in at ${url}/login/saml, or wait longer.`,
    );
  };
  return {
    nextLogin: async ({ timeoutMs = 30_000 } = {}) => orElse(await nextLogin(events, timeoutMs, stopping), timeoutMs),
    takeLogin: async ({ timeoutMs = 30_000 } = {}) => orElse(await inbox.take(timeoutMs, stopping), timeoutMs),
  };
}

export function harnessLogins(store: LoginStore): HarnessLogins {
  return {
    ...store,
    async export(id) {
      const login = id === undefined ? (await store.list({ limit: 1 })).logins[0] : await store.find(id);
      if (login) return writeLoginRecord(login);
      throw new HarnessError(
        'LOGIN_UNKNOWN',
        id === undefined ? 'There is no login yet.' : `There is no login with the id ${id.slice(0, 80)}.`,
        'harness.logins.list() lists them.',
      );
    },
  };
}
