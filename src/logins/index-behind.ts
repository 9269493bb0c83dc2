import type { LoginStore } from './login-store.js';
import type { RecordLogin } from './taking.js';

/** Short enough that a slice of them holds nobody up. */
export const AT_ONCE = 32;
/** While logins keep coming, this many may wait to be indexed: search looks through them one by one. */
const MOST_WAITING = 512;
/** Nobody logs in any more, for the moment. */
const QUIET_MS = 250;

/** Puts the words of logins into their index after they were answered: nobody who logs in waits for it. */
export interface IndexBehind {
  /** A login has come on top. */
  recorded(): void;
  /** Indexes what usually waits, and no more after that. */
  stop(): Promise<void>;
}

/**
 * Indexes when nobody logs in for a moment, or when many wait. What a process that ended left is found by the next one.
 *
 * @param indexSome Indexes up to `AT_ONCE` logins, the oldest first, and says how many it did.
 */
export function indexBehind(indexSome: () => Promise<number>): IndexBehind {
  let waiting = 0;
  let isStopped = false;
  let underWay: Promise<void> | undefined;
  // What cannot be written now is tried again after the next login.
  const some = () => indexSome().catch(() => 0);
  const all = async () => {
    waiting = 0;
    while ((await some()) === AT_ONCE && !isStopped) await untilOthersHadTheirTurn();
    underWay = undefined;
  };
  const begin = () => {
    if (!isStopped) underWay ??= all();
  };
  const timer = setTimeout(begin, QUIET_MS).unref();
  return {
    recorded() {
      waiting += 1;
      if (waiting >= MOST_WAITING) begin();
      else timer.refresh();
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await underWay;
      for (let left = MOST_WAITING; left > 0 && (await some()) === AT_ONCE; ) left -= AT_ONCE;
    },
  };
}

const untilOthersHadTheirTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** The same store, whose logins are indexed a moment after they are in it. */
export function indexedBehind(
  { logins, record }: { readonly logins: LoginStore; readonly record: RecordLogin },
  index: IndexBehind,
): { readonly logins: LoginStore; readonly record: RecordLogin } {
  return {
    logins: {
      ...logins,
      async save(login) {
        await logins.save(login);
        index.recorded();
      },
      async close() {
        await index.stop();
        await logins.close();
      },
    },
    async record(login, taking) {
      const recorded = await record(login, taking);
      if (recorded) index.recorded();
      return recorded;
    },
  };
}
