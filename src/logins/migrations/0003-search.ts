import { type Kysely, sql } from 'kysely';
import type { Login } from '../login.js';
import { joined, termsOf } from '../search-terms.js';
import type { Tables } from '../sql-schema.js';
import type { Engine } from './engine.js';

const AT_ONCE = 200;

/** An index of the words of logins, filled with those of the logins that are there. */
export const search =
  (engine: Engine) =>
  async (db: Kysely<unknown>): Promise<void> => {
    const isPostgres = engine === 'postgres';
    const ordered = isPostgres ? sql`text collate "C"` : 'text';
    const table = db.schema
      .createTable('login_terms')
      .addColumn('term', ordered, (column) => column.notNull())
      .addColumn('login_id', ordered, (column) => column.notNull())
      .addPrimaryKeyConstraint('login_terms_key', ['term', 'login_id']);
    await (isPostgres ? table : table.modifyEnd(sql`without rowid`)).execute();
    await fill(db as Kysely<Tables>);
  };

async function fill(db: Kysely<Tables>): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('logins')
      .select(['id', 'outcome'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    for (const { id, outcome } of rows) {
      const terms = termsOf(JSON.parse(outcome) as Login);
      await db
        .updateTable('logins')
        .set({ search_text: joined(terms) })
        .where('id', '=', id)
        .execute();
      await db
        .insertInto('login_terms')
        .values(terms.map((term) => ({ term, login_id: id })))
        .execute();
    }
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    after = last.id;
  }
}
