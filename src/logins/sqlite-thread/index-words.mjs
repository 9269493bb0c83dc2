// @ts-check
import { inTransaction } from './in-transaction.mjs';

/**
 * Indexes the words of many logins in one statement, in the order of the index: it touches each page of it once.
 *
 * @param {import('./in-transaction.mjs').Database} database
 */
export function createIndexer(database) {
  const next = database.prepare(
    'select id, search_text from unindexed join logins on id = login_id order by login_id limit ?',
  );
  const index = database.prepare(
    `insert or ignore into login_terms (term, login_id)
     select value ->> 0 as term, value ->> 1 as login_id from json_each(?) order by term, login_id`,
  );
  const done = database.prepare('delete from unindexed where login_id in (select value from json_each(?))');
  return (/** @type {number} */ atOnce) => {
    const rows = /** @type {{ id: string, search_text: string }[]} */ (next.all(atOnce));
    const words = rows.flatMap(({ id, search_text }) => wordsIn(search_text).map((term) => [term, id]));
    if (rows.length > 0)
      inTransaction(database, () => {
        index.run(JSON.stringify(words));
        done.run(JSON.stringify(rows.map(({ id }) => id)));
      });
    return rows.length;
  };
}

/** Each stands after a line feed. @param {string} text */
export const wordsIn = (text) => text.split('\n').slice(1);
