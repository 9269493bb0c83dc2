// @ts-check
import { inTransaction } from './in-transaction.mjs';

const SWEEP_MS = 60_000;

/**
 * Writes sessions, and now and then forgets the expired ones; in a transaction that is under way.
 *
 * @param {import('./in-transaction.mjs').Database} database
 * @returns {(given: import('../sqlite-works.js').SessionsGiven) => void}
 */
export function createSessionWriter(database) {
  const insert = database.prepare('insert or replace into sessions (id, content, expires_at) values (?, ?, ?)');
  const forget = database.prepare('delete from sessions where expires_at <= ?');
  let swept = 0;
  return ({ sessions, now }) => {
    for (const { id, content, expires } of sessions) insert.run(id, content, expires);
    if (now - swept < SWEEP_MS) return;
    forget.run(now);
    swept = now;
  };
}

/**
 * In a commit of their own that nobody waits for.
 *
 * @param {import('./in-transaction.mjs').Database} database
 * @param {() => void} work
 */
export function withoutWaiting(database, work) {
  database.pragma('synchronous = NORMAL');
  try {
    inTransaction(database, work);
  } finally {
    database.pragma('synchronous = FULL');
  }
}
