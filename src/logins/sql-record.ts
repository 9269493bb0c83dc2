import type { Kysely } from 'kysely';
import { recordTogether } from './record-together.js';
import type { Tables } from './sql-schema.js';
import { createSqlAssertions, createSqlRequests } from './sql-state.js';
import { type Announce, saveInside } from './sql-store.js';
import { type RecordLogin, settle } from './taking.js';

/** Records in one transaction, with the logins that come in at the same time. */
export function createSqlRecord(db: Kysely<Tables>, announce?: Announce): RecordLogin {
  return recordTogether(db, async (inside, login, taking) => {
    const tables = { requests: createSqlRequests(inside), assertions: createSqlAssertions(inside) };
    const recorded = await settle({ ...tables, save: (one) => saveInside(inside, one) }, login, taking);
    if (recorded) await announce?.(inside, recorded);
    return recorded;
  });
}
