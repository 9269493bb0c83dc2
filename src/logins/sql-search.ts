import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { LoginQuery } from './login-store.js';
import { searchedFor } from './search-terms.js';
import type { Tables } from './sql-schema.js';

/** A beginning of more words than this stands in many logins: looking through the newest ones finds enough of them. */
const MAX_WORDS = 24;
const NEWEST = 1_000;
/** Sorts after every character that may follow. */
const LAST = '\u{10ffff}';

/**
 * Ids of the newest logins that a query asks for, without reading more of the database the more logins it holds: from the index
 * that leads to the fewest, and only as many as a page needs.
 */
export async function newestIds(db: Kysely<Tables>, query: LoginQuery, limit: number): Promise<readonly string[]> {
  const { search = '', failed } = query;
  const beginning = searchedFor(search);
  if (search !== '' && beginning === '') return [];
  if (beginning !== '') return searched(db, query, beginning, limit);
  return failed === undefined ? filtered(db, query, limit) : withFailed(db, query, failed, limit);
}

async function filtered(db: Kysely<Tables>, query: LoginQuery, limit: number): Promise<readonly string[]> {
  return (await newest(db, query, limit).execute()).map(({ id }) => id);
}

/** The newest logins that are what a query asks for, whatever it searches for. */
function newest(db: Kysely<Tables>, query: LoginQuery, limit: number) {
  let select = db.selectFrom('logins').select('id').orderBy('id', 'desc').limit(limit);
  if (query.after !== undefined) select = select.where('id', '<', query.after);
  for (const condition of conditions(query)) select = select.where(condition);
  return select;
}

async function withFailed(db: Kysely<Tables>, query: LoginQuery, failed: string, limit: number) {
  let select = db
    .selectFrom('failed_checks')
    .select('login_id')
    .where('check_id', '=', failed)
    .orderBy('login_id', 'desc')
    .limit(limit);
  if (query.after !== undefined) select = select.where('login_id', '<', query.after);
  const { failed: _, ...rest } = query;
  const others = conditions(rest);
  if (others.length > 0) select = select.where(fits(others, 'failed_checks'));
  return (await select.execute()).map(({ login_id }) => login_id);
}

/** Those without an index first: what is indexed in between is found twice rather than never. */
async function searched(db: Kysely<Tables>, query: LoginQuery, beginning: string, limit: number) {
  const newest = await amongUnindexed(db, query, beginning, limit);
  const indexed = await amongIndexed(db, query, beginning, limit);
  return [...new Set([...newest, ...indexed])].sort().reverse().slice(0, limit);
}

async function amongUnindexed(db: Kysely<Tables>, query: LoginQuery, beginning: string, limit: number) {
  const found = newest(db, query, limit)
    .where('id', 'in', db.selectFrom('unindexed').select('login_id'))
    .where(holdsTerm(beginning));
  return (await found.execute()).map(({ id }) => id);
}

async function amongIndexed(db: Kysely<Tables>, query: LoginQuery, beginning: string, limit: number) {
  const words = await wordsThatBegin(db, beginning);
  if (words.length === 0) return [];
  if (words.length <= MAX_WORDS) {
    // The newest of each word, and of those the newest: one question, however many words.
    const each = words.map((word) => sql`select login_id from (${withWord(db, query, word, limit)}) as found`);
    const { rows } = await sql<{ login_id: string }>`
      select distinct login_id from (${sql.join(each, sql` union all `)}) as candidates
      order by login_id desc limit ${limit}`.execute(db);
    return rows.map(({ login_id }) => login_id);
  }
  const recent = await amongNewest(db, query, beginning, limit);
  return recent.length >= limit ? recent : withAnyWord(db, query, beginning, limit);
}

/** Up to one more than `MAX_WORDS`: each is found by one step in the index, however many logins it stands in. */
async function wordsThatBegin(db: Kysely<Tables>, beginning: string): Promise<string[]> {
  const end = beginning + LAST;
  const { rows } = await sql<{ term: string }>`
    with recursive words(term, rank) as (
      select (select min(term) from login_terms where term >= ${beginning} and term < ${end}), 1
      union all
      select (select min(t.term) from login_terms t where t.term > words.term and t.term < ${end}), rank + 1
      from words where words.term is not null and rank <= ${MAX_WORDS}
    ) select term from words where term is not null`.execute(db);
  return rows.map(({ term }) => term);
}

function withWord(db: Kysely<Tables>, query: LoginQuery, word: string, limit: number) {
  return withTerm(db, query, limit).where('term', '=', word);
}

async function withAnyWord(db: Kysely<Tables>, query: LoginQuery, beginning: string, limit: number) {
  const select = withTerm(db, query, limit).distinct();
  const found = select.where('term', '>=', beginning).where('term', '<', beginning + LAST);
  return (await found.execute()).map(({ login_id }) => login_id);
}

function withTerm(db: Kysely<Tables>, query: LoginQuery, limit: number) {
  let select = db.selectFrom('login_terms').select('login_id').orderBy('login_id', 'desc').limit(limit);
  if (query.after !== undefined) select = select.where('login_id', '<', query.after);
  const others = conditions(query);
  if (others.length > 0) select = select.where(fits(others, 'login_terms'));
  return select;
}

async function amongNewest(db: Kysely<Tables>, query: LoginQuery, beginning: string, limit: number) {
  // Where the newest ones begin is known from the index of ids alone; then they are read one by one until there are enough.
  let oldest = db
    .selectFrom('logins')
    .select('id')
    .orderBy('id', 'desc')
    .offset(NEWEST - 1)
    .limit(1);
  if (query.after !== undefined) oldest = oldest.where('id', '<', query.after);
  const { id: from = '' } = (await oldest.executeTakeFirst()) ?? {};
  const found = newest(db, query, limit).where('id', '>=', from).where(holdsTerm(beginning));
  return (await found.execute()).map(({ id }) => id);
}

function holdsTerm(beginning: string): Expression<SqlBool> {
  const pattern = `%\n${beginning.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<SqlBool>`search_text like ${pattern} escape '\\'`;
}

/** What a login has to be besides what leads to it. */
function conditions({ accepted, failed, nameId }: LoginQuery): Expression<SqlBool>[] {
  return [
    ...(accepted === true ? [sql<SqlBool>`logins.accepted = 1`] : []),
    // A login that waits for its answer is not a refused one.
    ...(accepted === false ? [sql<SqlBool>`logins.accepted = 0 and logins.state = 'answered'`] : []),
    ...(nameId === undefined ? [] : [sql<SqlBool>`logins.name_id = ${nameId}`]),
    ...(failed === undefined
      ? []
      : [sql<SqlBool>`exists (select 1 from failed_checks f where f.check_id = ${failed} and f.login_id = logins.id)`]),
  ];
}

function fits(others: readonly Expression<SqlBool>[], table: 'failed_checks' | 'login_terms'): Expression<SqlBool> {
  return sql<SqlBool>`exists (select 1 from logins where logins.id = ${sql.ref(`${table}.login_id`)} and ${sql.join([...others], sql` and `)})`;
}
