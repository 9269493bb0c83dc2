import type { AnsweredLogin, PendingLogin } from './login.js';

/** Tells whoever listens that a login was answered, or begun, and recorded. */
export interface LoginEvents {
  emit(login: AnsweredLogin): void;
  /** @returns A function that ends the subscription. */
  subscribe(listener: (login: AnsweredLogin) => void): () => void;
  /** A request has left, and no response has come yet. */
  emitBegun(login: PendingLogin): void;
  /** @returns A function that ends the subscription. */
  subscribeBegun(listener: (login: PendingLogin) => void): () => void;
}

export function createLoginEvents(): LoginEvents {
  const answered = createChannel<AnsweredLogin>();
  const begun = createChannel<PendingLogin>();
  return {
    emit: answered.emit,
    subscribe: answered.subscribe,
    emitBegun: begun.emit,
    subscribeBegun: begun.subscribe,
  };
}

function createChannel<Item>() {
  const listeners = new Set<(item: Item) => void>();
  return {
    emit(item: Item): void {
      for (const listener of [...listeners]) {
        try {
          listener(item);
        } catch {
          // Whoever listens badly must not take the answer from the user, or the news from the next listener.
        }
      }
    },
    subscribe(listener: (item: Item) => void): () => void {
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
  if (signal?.aborted) return Promise.resolve(undefined);
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
