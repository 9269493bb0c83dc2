import type { AnsweredLogin } from './login.js';

/** Tells whoever listens that a login was answered and recorded. */
export interface LoginEvents {
  emit(login: AnsweredLogin): void;
  /** @returns A function that ends the subscription. */
  subscribe(listener: (login: AnsweredLogin) => void): () => void;
}

export function createLoginEvents(): LoginEvents {
  const listeners = new Set<(login: AnsweredLogin) => void>();
  return {
    emit(login) {
      for (const listener of [...listeners]) {
        try {
          listener(login);
        } catch {
          // Whoever listens badly must not take the answer from the user, or the news from the next listener.
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The next login that is answered after the call; undefined when none comes in time. */
export function nextLogin(
  events: LoginEvents,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<AnsweredLogin | undefined> {
  return new Promise((resolve) => {
    const settle = (login?: AnsweredLogin) => {
      clearTimeout(limit);
      unsubscribe();
      signal?.removeEventListener('abort', abort);
      resolve(login);
    };
    const abort = () => settle();
    const limit = setTimeout(abort, timeoutMs);
    const unsubscribe = events.subscribe(settle);
    signal?.addEventListener('abort', abort, { once: true });
  });
}
