import type { Kysely } from 'kysely';
import type { Tables } from './sql-schema.js';
import { createSqlAssertions, createSqlRequests } from './sql-state.js';
import { type Announce, saveInside } from './sql-store.js';
import { type RecordLogin, settle } from './taking.js';

/** Records in one transaction. */
export function createSqlRecord(db: Kysely<Tables>, announce?: Announce): RecordLogin {
  return async (login, taking) => {
    try {
      return await db.transaction().execute(async (inside) => {
        const tables = { requests: createSqlRequests(inside), assertions: createSqlAssertions(inside) };
        const recorded = await settle({ ...tables, save: (one) => saveInside(inside, one) }, login, taking);
        if (!recorded) throw new TakenAlready();
        await announce?.(inside, recorded);
        return recorded;
      });
    } catch (error) {
      if (error instanceof TakenAlready) return undefined;
      throw error;
    }
  };
}

/** Only an error rolls a transaction back. */
class TakenAlready extends Error {}
