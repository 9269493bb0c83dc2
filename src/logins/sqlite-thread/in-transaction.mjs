// @ts-check
/** @typedef {InstanceType<typeof import('libsql')>} Database */

/**
 * All of it or nothing.
 *
 * @template Result
 * @param {Database} database
 * @param {() => Result} work
 * @returns {Result}
 */
export function inTransaction(database, work) {
  database.exec('begin immediate');
  try {
    const result = work();
    database.exec('commit');
    return result;
  } catch (error) {
    // It rolls back by itself when the disk is full or fails.
    if (database.inTransaction) database.exec('rollback');
    throw error;
  }
}
