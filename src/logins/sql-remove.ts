import { type Kysely, sql, type Transaction } from 'kysely';
import { firstIdOf } from './login-id.js';
import type { LoginStore } from './login-store.js';
import { parted } from './search-terms.js';
import type { Tables } from './sql-schema.js';

/** Whoever waits for an answer waits for what is removed meanwhile: the oldest first, the rest later. */
const AT_ONCE = 1_000;

/** Removes logins with all that was kept to find them. */
export async function removeLogins(db: Kysely<Tables>, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  return db.transaction().execute(async (inside) => {
    // Whoever is indexing one of them is waited for: none of its words may come afterwards.
    await inside.deleteFrom('unindexed').where('login_id', 'in', ids).execute();
    const rows = await inside.selectFrom('logins').select(['id', 'search_text']).where('id', 'in', ids).execute();
    for (const { id, search_text } of rows) await removeTerms(inside, id, parted(search_text));
    const { numDeletedRows } = await inside.deleteFrom('logins').where('id', 'in', ids).executeTakeFirst();
    return Number(numDeletedRows);
  });
}

export async function removeTerms(inside: Transaction<Tables>, id: string, terms: readonly string[]): Promise<void> {
  if (terms.length === 0) return;
  await inside.deleteFrom('login_terms').where('login_id', '=', id).where('term', 'in', terms).execute();
}

/** Removes what is beyond retention. Counting goes through all that is kept, so whoever asks does not ask after every login. */
export function createTrim(db: Kysely<Tables>): LoginStore['trim'] {
  return async ({ count, since, bytes }) => {
    let removed = 0;
    if (since) removed += await removeBefore(db, firstIdOf(since));
    if (count !== undefined) removed += await removeBefore(db, await oldestKept(db, count));
    if (bytes !== undefined) {
      const before = await oldestWithin(db, bytes);
      for (let gone = AT_ONCE; gone === AT_ONCE; removed += gone) gone = await removeBefore(db, before);
    }
    return removed;
  };
}

/** Nothing when there is no bound. */
async function removeBefore(db: Kysely<Tables>, bound: string | undefined): Promise<number> {
  if (bound === undefined) return 0;
  const rows = await db
    .selectFrom('logins')
    .select('id')
    .where('id', '<', bound)
    .orderBy('id')
    .limit(AT_ONCE)
    .execute();
  const ids = rows.map(({ id }) => id);
  return removeLogins(db, ids);
}

/** Ids are digits and small letters. */
const AFTER_ALL = '~';

async function oldestKept(db: Kysely<Tables>, count: number): Promise<string | undefined> {
  if (count === 0) return AFTER_ALL;
  const newest = db.selectFrom('logins').select('id').orderBy('id', 'desc');
  return (
    await newest
      .offset(count - 1)
      .limit(1)
      .executeTakeFirst()
  )?.id;
}

async function oldestWithin(db: Kysely<Tables>, bytes: number): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from (select id, sum(bytes) over (order by id desc) as total from logins) as measured
    where total > ${bytes} order by id desc limit 1`.execute(db);
  // The first that has no room goes as well.
  return rows[0] && `${rows[0].id} `;
}
