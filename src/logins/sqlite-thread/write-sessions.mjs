// @ts-check
import { inTransaction } from './in-transaction.mjs';

const SWEEP_MS = 60_000;

/**
 * Writes sessions in one commit that nobody waits for, and now and then forgets the expired ones.
 *
 * @param {import('./in-transaction.mjs').Database} database
 */
export function createSessionWriter(database) {
  const insert = database.prepare('insert or replace into sessions (id, content, expires_at) values (?, ?, ?)');
  const forget = database.prepare('delete from sessions where expires_at <= ?');
  let swept = 0;
  return (/** @type {Parameters<import('../sqlite-works.js').Works['writeSessions']>[0]} */ { sessions, now }) => {
    const isDue = now - swept >= SWEEP_MS;
    database.pragma('synchronous = NORMAL');
    try {
      inTransaction(database, () => {
        for (const { id, content, expires } of sessions) insert.run(id, content, expires);
        if (isDue) forget.run(now);
      });
    } finally {
      database.pragma('synchronous = FULL');
    }
    if (isDue) swept = now;
  };
}
