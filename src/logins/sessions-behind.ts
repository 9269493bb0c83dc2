import type { Kysely } from 'kysely';
import { type KeptSessions, writtenSessions } from './kept-sessions.js';
import type { Tables } from './sql-schema.js';

type Database = InstanceType<typeof import('libsql')>;

interface Unwritten {
  readonly content: string;
  readonly at: Date;
  readonly expires: Date;
}

/** Short enough that nobody signs in and is forgotten by a machine that goes down, but for bad luck. */
const DELAY_MS = 25;
const SWEEP_MS = 60_000;
/** While the disk cannot be written, this many are kept waiting. */
const MAX_UNWRITTEN = 10_000;

/**
 * Sessions in a SQLite file, written a moment later and many at a time: a login made again brings one back, so it need not wait for
 * the disk, as the login itself does.
 */
export function writtenBehind(database: Database, db: Kysely<Tables>): KeptSessions & { flush(): Promise<void> } {
  const written = writtenSessions(db);
  const unwritten = new Map<string, Unwritten>();
  const write = writer(database);
  let timer: NodeJS.Timeout | undefined;
  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    if (unwritten.size > 0) await db.connection().execute(async () => write(unwritten));
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
  };
}

/** Writes all there are in one commit that nobody waits for, and now and then forgets the expired ones. */
function writer(database: Database): (unwritten: Map<string, Unwritten>) => void {
  const insert = database.prepare('insert or replace into sessions (id, content, expires_at) values (?, ?, ?)');
  const forget = database.prepare('delete from sessions where expires_at <= ?');
  let swept = 0;
  return (unwritten) => {
    database.pragma('synchronous = NORMAL');
    try {
      database.exec('begin immediate');
      for (const [id, { content, expires }] of unwritten) insert.run(id, content, expires.getTime());
      const now = Math.max(...[...unwritten.values()].map(({ at }) => at.getTime()));
      if (now - swept >= SWEEP_MS) forget.run(now);
      database.exec('commit');
      swept = now - swept >= SWEEP_MS ? now : swept;
      unwritten.clear();
    } catch (error) {
      if (database.inTransaction) database.exec('rollback');
      throw error;
    } finally {
      database.pragma('synchronous = FULL');
    }
  };
}
