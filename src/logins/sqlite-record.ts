import type { Kysely } from 'kysely';
import { groupCommit } from './group-commit.js';
import type { AnsweredLogin } from './login.js';
import { COLUMN_NAMES, rowsOf, valuesOf, WRITTEN_OVER } from './login-rows.js';
import { parted } from './search-terms.js';
import type { Tables } from './sql-schema.js';
import type { RecordLogin, Taking } from './taking.js';

type Database = InstanceType<typeof import('libsql')>;

interface Recording {
  readonly login: AnsweredLogin;
  readonly taking: Taking;
}

/** At some 20 KB each, what one transaction may hold up everybody else. */
const IN_A_GROUP = 50;
/** How often assertions that may come again are forgotten. */
const SWEEP_MS = 60_000;

/**
 * Records in one transaction whatever has come together: the wait for the disk is most of what a login costs. Each statement is
 * prepared once; nothing else runs in between, since nothing here waits.
 */
export function createSqliteRecord(database: Database, db: Kysely<Tables>): RecordLogin {
  const statements = prepare(database);
  let swept = 0;
  const sweep = (at: number) => {
    if (at - swept < SWEEP_MS) return;
    swept = at;
    statements.forget.run(at);
  };
  const all = (recordings: readonly Recording[]) => {
    database.exec('begin immediate');
    try {
      const results = recordings.map(({ login, taking }) => recordOne(statements, login, taking));
      if (recordings[0]) sweep(recordings[0].taking.at.getTime());
      database.exec('commit');
      return results;
    } catch (error) {
      // It rolls back by itself when the disk is full or fails.
      if (database.inTransaction) database.exec('rollback');
      throw error;
    }
  };
  const recorded = groupCommit<Recording, AnsweredLogin | undefined>(
    // There is one connection: whoever has it may be in the middle of a transaction.
    (group) => db.connection().execute(async () => all(group)),
    { items: IN_A_GROUP, groups: 1 },
  );
  return (login, taking) => recorded({ login, taking });
}

type Statements = ReturnType<typeof prepare>;

const prepare = (database: Database) => ({
  openRequest: database.prepare(
    'select claimed, (used_at is null and expires_at >= ?) as is_open from requests where id = ?',
  ),
  use: database.prepare('update requests set used_at = ? where id = ?'),
  claim: database.prepare('update requests set claimed = 1 where id = ?'),
  seen: database.prepare('select 1 from assertions where issuer = ? and id = ? and forget_after >= ?'),
  forget: database.prepare('delete from assertions where forget_after < ?'),
  remember: database.prepare('insert or replace into assertions values (?, ?, ?, ?, ?)'),
  terms: database.prepare('select search_text from logins where id = ?'),
  forgetTerm: database.prepare('delete from login_terms where term = ? and login_id = ?'),
  save: database.prepare(
    `insert into logins (${COLUMN_NAMES}) values (${COLUMN_NAMES.replace(/\w+/g, '?')})
     on conflict (id) do update set ${WRITTEN_OVER}`,
  ),
  failed: database.prepare('insert or ignore into failed_checks (login_id, check_id) values (?, ?)'),
  unindexed: database.prepare('insert or ignore into unindexed (login_id) values (?)'),
});

/** Sees first whether everything can be taken, so that there is nothing to undo; the same steps as `settle`. */
function recordOne(on: Statements, login: AnsweredLogin, taking: Taking): AnsweredLogin | undefined {
  const { answers, consumes, assertion } = taking;
  const at = taking.at.getTime();
  const request = answers && (on.openRequest.get(at, answers.requestId) as OpenRequest | undefined);
  if (answers && consumes && !request?.is_open) return undefined;
  if (assertion && on.seen.get(assertion.issuer, assertion.id, at)) return undefined;
  const isFirst = request?.claimed === 0;
  const recorded = answers && isFirst ? { ...login, id: answers.loginId } : login;
  if (answers && consumes) on.use.run(at, answers.requestId);
  if (answers && isFirst) on.claim.run(answers.requestId);
  if (assertion) on.remember.run(assertion.issuer, assertion.id, recorded.id, at, assertion.forgetAfter.getTime());
  write(on, recorded);
  return recorded;
}

interface OpenRequest {
  readonly claimed: 0 | 1;
  readonly is_open: 0 | 1;
}

function write(on: Statements, login: AnsweredLogin): void {
  const { row, failed } = rowsOf(login);
  const before = on.terms.get(row.id) as { search_text: string } | undefined;
  for (const term of before ? parted(before.search_text) : []) on.forgetTerm.run(term, row.id);
  on.save.run(...valuesOf(row));
  for (const check of failed) on.failed.run(row.id, check);
  on.unindexed.run(row.id);
}
