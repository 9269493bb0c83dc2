import { Worker } from 'node:worker_threads';
import type { Works } from './sqlite-works.js';

/** A SQLite file in the hands of a thread of its own. */
export interface SqliteEngine {
  /**
   * Has something done, after everything that was asked for before.
   *
   * @throws Error as SQLite says it, with its result code as `code`.
   */
  do<Name extends keyof Works>(work: Name, given: Parameters<Works[Name]>[0]): Promise<ReturnType<Works[Name]>>;
  /** Ends the thread, when all is done that was asked for. */
  end(): Promise<void>;
}

interface Reply {
  readonly id: number;
  readonly result?: unknown;
  readonly failure?: { readonly message: string; readonly code: unknown };
}

interface Waiting {
  resolve(result: never): void;
  reject(error: Error): void;
}

/** Rows only pass through the thread: it need not let more garbage gather before it is collected. */
const LIMITS = { maxYoungGenerationSizeMb: 6 };
const THREAD = new URL('./sqlite-thread.mjs', import.meta.url);

let begun: Worker | undefined;

function newThread(): Worker {
  const worker = new Worker(THREAD, { execArgv: [], resourceLimits: LIMITS });
  worker.unref();
  return worker;
}

/** Begins the thread that `startSqlite` is asked for next: beginning takes it as long as everything else takes to load. */
export function beginSqlite(): void {
  begun ??= newThread();
}

/** Ends a thread that was begun and that nobody needed after all. */
export async function endUnusedSqlite(): Promise<void> {
  const unused = begun;
  begun = undefined;
  await unused?.terminate();
}

/** Starts the thread of a SQLite file, which is still to be opened. While it has nothing to do it keeps no process alive. */
export function startSqlite(): SqliteEngine {
  const worker = begun ?? newThread();
  begun = undefined;
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let gone: Error | undefined;
  const settle = ({ id, result, failure }: Reply) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    if (failure) asked?.reject(Object.assign(new Error(failure.message), { code: failure.code }));
    else asked?.resolve(result as never);
  };
  const fail = (why: Error) => {
    gone ??= why;
    for (const id of waiting.keys()) settle({ id, failure: { message: gone.message, code: undefined } });
  };
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  worker.on('message', settle);
  worker.on('error', fail);
  void ended.then(() => fail(new Error('its thread has ended')));
  const ask: SqliteEngine['do'] = (work, given) =>
    new Promise((resolve, reject) => {
      if (gone) return reject(gone);
      if (waiting.size === 0) worker.ref();
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, work, given });
    });
  return {
    do: ask,
    async end() {
      if (gone) return;
      await ask('close', undefined);
      worker.ref();
      await ended;
    },
  };
}
