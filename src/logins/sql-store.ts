import { type Kysely, sql, type Transaction } from 'kysely';
import type { Login } from './login.js';
import { limitOf } from './login-query.js';
import { loginOf, rowsOf } from './login-rows.js';
import type { LoginStore, StoreSize } from './login-store.js';
import { parted } from './search-terms.js';
import { createTrim, removeLogins, removeTerms } from './sql-remove.js';
import type { Tables } from './sql-schema.js';
import { newestIds } from './sql-search.js';

/** Tells other harnesses of a login, in the transaction that records it. */
export type Announce = (inside: Transaction<Tables>, login: Login) => Promise<void>;

/** Logins in a SQL database that has been migrated. One query layer for every engine. */
export function createSqlStore(db: Kysely<Tables>, announce?: Announce): LoginStore {
  return {
    save: (login) =>
      db.transaction().execute(async (inside) => {
        await saveInside(inside, login);
        await announce?.(inside, login);
      }),
    async find(id) {
      const row = await db.selectFrom('logins').selectAll().where('id', '=', id).executeTakeFirst();
      return row && loginOf(row);
    },
    async list(query = {}) {
      const limit = limitOf(query);
      const ids = await newestIds(db, query, limit + 1);
      const page = ids.slice(0, limit);
      const last = page.at(-1);
      const rows =
        page.length === 0
          ? []
          : await db.selectFrom('logins').selectAll().where('id', 'in', page).orderBy('id', 'desc').execute();
      return { logins: rows.map(loginOf), ...(ids.length > limit && last ? { next: last } : {}) };
    },
    remove: async (id) => (await removeLogins(db, [id])) > 0,
    async removeAll() {
      await db.transaction().execute(async (inside) => {
        await inside.deleteFrom('login_terms').execute();
        await inside.deleteFrom('logins').execute();
      });
    },
    trim: createTrim(db),
    size: () => size(db),
    close: () => db.destroy(),
  };
}

/** Saves a login with what it is found by, in a transaction that is under way. */
export async function saveInside(inside: Transaction<Tables>, login: Login): Promise<void> {
  const { row, failed } = rowsOf(login);
  const { id, ...changed } = row;
  const before = await inside.selectFrom('logins').select('search_text').where('id', '=', id).executeTakeFirst();
  if (before) {
    await inside.deleteFrom('unindexed').where('login_id', '=', id).execute();
    await removeTerms(inside, id, parted(before.search_text));
  }
  await inside
    .insertInto('logins')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
    .execute();
  if (failed.length > 0)
    await inside
      .insertInto('failed_checks')
      .values(failed.map((check_id) => ({ login_id: id, check_id })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await inside
    .insertInto('unindexed')
    .values({ login_id: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function size(db: Kysely<Tables>): Promise<StoreSize> {
  const { rows } = await sql<{ logins: number; bytes: number | null }>`
    select count(*) as logins, sum(bytes) as bytes from logins`.execute(db);
  return { logins: Number(rows[0]?.logins ?? 0), bytes: Number(rows[0]?.bytes ?? 0) };
}
