import type { Kysely } from 'kysely';
import type { Tables } from './sql-schema.js';

/** Sessions of browsers by id, as the texts their library makes of them. */
export interface KeptSessions {
  load(id: string, at: Date): Promise<string | undefined>;
  save(id: string, text: string, at: Date, expires: Date): Promise<void>;
  remove(id: string): Promise<void>;
}

/** More browsers than a person or a test run has; what a flood of logins may cost is bounded by it. */
const MAX_SESSIONS = 10_000;
const SWEEP_MS = 60_000;

export function createMemorySessions(): KeptSessions {
  const kept = new Map<string, { readonly text: string; readonly expires: Date }>();
  return {
    async load(id, at) {
      const session = kept.get(id);
      return session && session.expires > at ? session.text : undefined;
    },
    async save(id, text, _at, expires) {
      const [oldest] = kept.keys();
      if (kept.size >= MAX_SESSIONS && oldest !== undefined) kept.delete(oldest);
      kept.set(id, { text, expires });
    },
    remove: async (id) => void kept.delete(id),
  };
}

/** Writes a session over the one of that id, as durably as the engine does it cheaply: what is lost is logged in again. */
export type WriteSession = (id: string, content: string, expires: Date) => Promise<void>;

export function createSqlSessions(db: Kysely<Tables>, write: WriteSession): KeptSessions {
  let swept = 0;
  return {
    ...writtenSessions(db),
    async save(id, content, at, expires) {
      await write(id, content, expires);
      if (at.getTime() - swept < SWEEP_MS) return;
      swept = at.getTime();
      await db.deleteFrom('sessions').where('expires_at', '<=', swept).execute();
    },
  };
}

/** What is in the database already. */
export function writtenSessions(db: Kysely<Tables>): Pick<KeptSessions, 'load' | 'remove'> {
  return {
    async load(id, at) {
      const row = await db
        .selectFrom('sessions')
        .select('content')
        .where('id', '=', id)
        .where('expires_at', '>', at.getTime())
        .executeTakeFirst();
      return row?.content;
    },
    async remove(id) {
      await db.deleteFrom('sessions').where('id', '=', id).execute();
    },
  };
}
