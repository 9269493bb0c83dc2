// @ts-check
import { inTransaction } from './in-transaction.mjs';
import { wordsIn } from './index-words.mjs';

/**
 * @typedef {import('./in-transaction.mjs').Database} Database
 * @typedef {import('../sqlite-works.js').Recording} Recording
 * @typedef {import('../sqlite-works.js').Recorded} Recorded
 * @typedef {import('../sqlite-works.js').WrittenLogin} WrittenLogin
 * @typedef {{ get(...given: unknown[]): any, run(...given: unknown[]): unknown }} Statement
 * @typedef {ReturnType<typeof prepare>} Statements
 */

/** How often assertions that may come again are forgotten. */
const SWEEP_MS = 60_000;

/**
 * Records in one transaction whatever has come together: the wait for the disk is most of what a login costs. Each statement is
 * prepared once.
 *
 * @param {Database} database
 * @param {string} saveLogin the statement that writes a login
 * @param {(given: import('../sqlite-works.js').SessionsGiven) => void} writeSessions
 * @returns {import('../sqlite-works.js').Works['record']}
 */
export function createRecorder(database, saveLogin, writeSessions) {
  const statements = prepare(database, saveLogin);
  let swept = 0;
  return ({ recordings, beside }) =>
    inTransaction(database, () => {
      if (beside) writeSessions(beside);
      const results = recordings.map((one) => recordOne(statements, one));
      const at = recordings[0]?.at ?? 0;
      if (at - swept >= SWEEP_MS) {
        statements.forget.run(at);
        swept = at;
      }
      return results;
    });
}

/**
 * @param {Database} database
 * @param {string} saveLogin
 */
function prepare(database, saveLogin) {
  const statement = (/** @type {string} */ sql) => /** @type {Statement} */ (database.prepare(sql));
  return {
    openRequest: statement(
      'select claimed, (used_at is null and expires_at >= ?) as is_open from requests where id = ?',
    ),
    use: statement('update requests set used_at = ? where id = ?'),
    claim: statement('update requests set claimed = 1 where id = ?'),
    seen: statement('select 1 from assertions where issuer = ? and id = ? and forget_after >= ?'),
    forget: statement('delete from assertions where forget_after < ?'),
    remember: statement('insert or replace into assertions values (?, ?, ?, ?, ?)'),
    before: statement('select search_text from logins where id = ?'),
    forgetTerms: statement('delete from login_terms where login_id = ? and term in (select value from json_each(?))'),
    save: statement(saveLogin),
    failed: statement('insert or ignore into failed_checks (login_id, check_id) values (?, ?)'),
    unindexed: statement('insert or ignore into unindexed (login_id) values (?)'),
  };
}

/**
 * Sees first whether everything can be taken, so that there is nothing to undo; the same steps as `settle`.
 *
 * @param {Statements} on
 * @param {Recording} recording
 * @returns {Recorded}
 */
function recordOne(on, { login, completes, at, requestId, consumes, assertion }) {
  const request = requestId === undefined ? undefined : on.openRequest.get(at, requestId);
  if (requestId !== undefined && consumes && !request?.is_open) return 'taken';
  if (assertion && on.seen.get(assertion.issuer, assertion.id, at)) return 'taken';
  if (completes && request?.claimed !== 0) return 'completed-before';
  if (requestId !== undefined && consumes) on.use.run(at, requestId);
  if (completes) on.claim.run(requestId);
  if (assertion) on.remember.run(assertion.issuer, assertion.id, login.id, at, assertion.forgetAfter);
  write(on, login);
  return 'recorded';
}

/**
 * @param {Statements} on
 * @param {WrittenLogin} login
 */
function write(on, { id, values, failed }) {
  const before = on.before.get(id);
  if (before) on.forgetTerms.run(id, JSON.stringify(wordsIn(before.search_text)));
  on.save.run(...values);
  for (const check of failed) on.failed.run(id, check);
  on.unindexed.run(id);
}
