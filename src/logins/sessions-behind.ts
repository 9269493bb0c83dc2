import type { Kysely } from 'kysely';
import { type KeptSessions, writtenSessions } from './kept-sessions.js';
import type { Tables } from './sql-schema.js';
import type { SqliteEngine } from './sqlite-engine.js';
import type { SessionsGiven } from './sqlite-works.js';

interface Unwritten {
  readonly content: string;
  readonly at: Date;
  readonly expires: Date;
}

/** Short enough that nobody signs in and is forgotten by a machine that goes down, but for bad luck. */
const DELAY_MS = 25;
/** While the disk cannot be written, this many are kept waiting. */
const MAX_UNWRITTEN = 10_000;

export interface SessionsBehind extends KeptSessions {
  flush(): Promise<void>;
  /** Those that wait, for somebody who writes anyway; once they are written, `done` says so. */
  waiting(): { readonly given: SessionsGiven; done(): void } | undefined;
}

/**
 * Sessions in a SQLite file, written a moment later, with the next login that is recorded or many at a time: a login made again
 * brings one back, so it need not wait for the disk, as the login itself does.
 */
export function writtenBehind(engine: SqliteEngine, db: Kysely<Tables>): SessionsBehind {
  const written = writtenSessions(db);
  const unwritten = new Map<string, Unwritten>();
  const waiting = () => allOf(unwritten);
  let timer: NodeJS.Timeout | undefined;
  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    await db.connection().execute(async () => {
      const sessions = waiting();
      if (sessions) await engine.do('writeSessions', sessions.given);
      sessions?.done();
    });
  };
  return {
    async load(id, at) {
      const session = unwritten.get(id);
      if (session) return session.expires > at ? session.content : undefined;
      return written.load(id, at);
    },
    async save(id, content, at, expires) {
      const [oldest] = unwritten.keys();
      if (unwritten.size >= MAX_UNWRITTEN && oldest !== undefined) unwritten.delete(oldest);
      unwritten.set(id, { content, at, expires });
      // What cannot be written now is tried again with the next one.
      timer ??= setTimeout(() => void flush().catch(() => undefined), DELAY_MS);
    },
    async remove(id) {
      unwritten.delete(id);
      await written.remove(id);
    },
    flush,
    waiting,
  };
}

function allOf(unwritten: Map<string, Unwritten>): ReturnType<SessionsBehind['waiting']> {
  if (unwritten.size === 0) return undefined;
  const taken = [...unwritten];
  return {
    given: {
      sessions: taken.map(([id, { content, expires }]) => ({ id, content, expires: expires.getTime() })),
      now: Math.max(...taken.map(([, { at }]) => at.getTime())),
    },
    done() {
      // One that was written over meanwhile waits again.
      for (const [id, session] of taken) if (unwritten.get(id) === session) unwritten.delete(id);
    },
  };
}
