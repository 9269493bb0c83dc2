import type { Pool } from 'pg';
import { AT_ONCE, type IndexBehind, indexBehind } from './index-behind.js';

/**
 * Indexes the words of many logins in one statement. Several harnesses may do so at once: each takes others, and nobody waits until
 * it is on the disk, since what is lost is still listed as not indexed.
 */
export function indexPostgres(pool: Pool): IndexBehind {
  return indexBehind(async () => {
    const { rowCount } = await pool.query({ name: 'index-some', text: INDEX_SOME });
    return rowCount ?? 0;
  });
}

const INDEX_SOME = `
  with relaxed as (select set_config('synchronous_commit', 'off', true)),
    taken as (
      delete from unindexed where login_id in (
        select login_id from unindexed, relaxed order by login_id limit ${AT_ONCE} for update of unindexed skip locked)
      returning login_id),
    words as (
      insert into login_terms (term, login_id)
      select term, login_id from taken join logins on id = login_id,
        unnest(string_to_array(substr(search_text, 2), e'\\n')) as term
      where search_text <> '' order by term, login_id
      on conflict do nothing)
  select login_id from taken`;
