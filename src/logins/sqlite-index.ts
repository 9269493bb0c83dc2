import type { Kysely } from 'kysely';
import { AT_ONCE, type IndexBehind, indexBehind } from './index-behind.js';
import { parted } from './search-terms.js';
import type { Tables } from './sql-schema.js';

type Database = InstanceType<typeof import('libsql')>;

interface Unindexed {
  readonly id: string;
  readonly search_text: string;
}

/** Indexes the words of many logins in one statement, in the order of the index: it touches each page of it once. */
export function indexSqlite(database: Database, db: Kysely<Tables>): IndexBehind {
  const next = database.prepare(
    'select id, search_text from unindexed join logins on id = login_id order by login_id limit ?',
  );
  const index = database.prepare(
    `insert or ignore into login_terms (term, login_id)
     select value ->> 0 as term, value ->> 1 as login_id from json_each(?) order by term, login_id`,
  );
  const done = database.prepare('delete from unindexed where login_id in (select value from json_each(?))');
  const indexAll = (rows: readonly Unindexed[]) => {
    database.exec('begin immediate');
    try {
      index.run(JSON.stringify(rows.flatMap(({ id, search_text }) => parted(search_text).map((term) => [term, id]))));
      done.run(JSON.stringify(rows.map(({ id }) => id)));
      database.exec('commit');
    } catch (error) {
      if (database.inTransaction) database.exec('rollback');
      throw error;
    }
  };
  return indexBehind(() =>
    db.connection().execute(async () => {
      const rows = next.all(AT_ONCE) as Unindexed[];
      if (rows.length > 0) indexAll(rows);
      return rows.length;
    }),
  );
}
