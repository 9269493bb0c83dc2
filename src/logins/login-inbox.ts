import type { AnsweredLogin } from './login.js';
import type { LoginEvents } from './login-events.js';
import type { LoginStore } from './login-store.js';

/** Answered logins that nobody has taken yet, each handed out once, in the order in which they came. */
export interface LoginInbox {
  /** Undefined when none came in time, or the signal was given. */
  take(timeoutMs: number, signal?: AbortSignal): Promise<AnsweredLogin | undefined>;
}

/** Whoever never takes one must not keep them all. */
const MAX_KEPT = 1_000;

/** @param logins Where they are kept: of a thousand that nobody takes only the ids stay in memory. One that was removed is passed over. */
export function createLoginInbox(events: LoginEvents, logins: Pick<LoginStore, 'find'>): LoginInbox {
  const kept: string[] = [];
  const waiting: ((login: AnsweredLogin) => void)[] = [];
  events.subscribe((login) => {
    const first = waiting.shift();
    if (first) return first(login);
    kept.push(login.id);
    if (kept.length > MAX_KEPT) kept.shift();
  });
  return {
    async take(timeoutMs, signal) {
      while (kept.length > 0 && !signal?.aborted) {
        const login = await logins.find(kept.shift() ?? '');
        if (login?.state === 'answered') return login;
      }
      if (signal?.aborted) return undefined;
      return new Promise((resolve) => {
        const settle = (login?: AnsweredLogin) => {
          clearTimeout(limit);
          signal?.removeEventListener('abort', giveUp);
          const place = waiting.indexOf(settle);
          if (place >= 0) waiting.splice(place, 1);
          resolve(login);
        };
        const giveUp = () => settle();
        const limit = setTimeout(giveUp, timeoutMs);
        waiting.push(settle);
        signal?.addEventListener('abort', giveUp, { once: true });
      });
    },
  };
}
