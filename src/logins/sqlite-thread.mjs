// @ts-check
/**
 * Runs in a worker thread, with the one connection to a SQLite file: waiting for the disk holds up nobody else there. Plain JavaScript
 * because a worker loads it as it is, from the sources and from the build alike.
 */
import { parentPort } from 'node:worker_threads';
import Database from 'libsql';
import { createIndexer } from './sqlite-thread/index-words.mjs';
import { createRecorder } from './sqlite-thread/record.mjs';
import { createSessionWriter, withoutWaiting } from './sqlite-thread/write-sessions.mjs';

/** @typedef {import('./sqlite-works.js').Works} Works */

/** @type {InstanceType<typeof Database>} */
let database;
let saveLogin = '';
/** What needs its tables, which may have to be made first. @type {ReturnType<typeof prepareAll> | undefined} */
let prepared;
const prepareAll = () => {
  const writeSessions = createSessionWriter(database);
  return {
    writeSessions,
    record: createRecorder(database, saveLogin, writeSessions),
    index: createIndexer(database),
  };
};
const all = () => {
  prepared ??= prepareAll();
  return prepared;
};

/** There are a few dozen statements, and preparing one costs more than running most of them. */
const MAX_KEPT = 100;
/** @type {Map<string, { statement: ReturnType<typeof database.prepare>, isReader: boolean }>} */
const statements = new Map();

/** @param {string} sql */
function statementOf(sql) {
  const known = statements.get(sql);
  if (known) return known;
  const statement = database.prepare(sql);
  const made = { statement, isReader: statement.reader };
  if (statements.size >= MAX_KEPT) statements.clear();
  if (/^(select|insert|update|delete)\b/i.test(sql)) statements.set(sql, made);
  return made;
}

/** @param {string} where @returns {string[]} */
function namesIn(where) {
  const rows = /** @type {{ name: string }[]} */ (database.prepare(`select name from ${where}`).all());
  return rows.map(({ name }) => name);
}

/** @type {{ readonly [Name in keyof Works]: (given: Parameters<Works[Name]>[0]) => ReturnType<Works[Name]> }} */
const works = {
  open(given) {
    saveLogin = given.saveLogin;
    database = new Database(given.path);
    const tables = namesIn("sqlite_master where type = 'table'");
    const isMigrated = tables.includes('kysely_migration');
    const isOurs = tables.length === 0 || isMigrated;
    if (isOurs) for (const pragma of given.pragmas) database.pragma(pragma);
    return { isOurs, tables, migrated: isMigrated ? namesIn('kysely_migration order by name') : [] };
  },
  query({ sql, parameters }) {
    const { statement, isReader } = statementOf(sql);
    if (isReader) return { rows: statement.all(parameters), changes: 0 };
    return { rows: [], changes: statement.run(parameters).changes };
  },
  // It rolls back by itself when the disk is full or fails; doing it again would hide why behind an error of its own.
  rollback() {
    if (database.inTransaction) database.exec('rollback');
  },
  record: (given) => all().record(given),
  writeSessions: (given) => withoutWaiting(database, () => all().writeSessions(given)),
  index: (atOnce) => all().index(atOnce),
  writeHome() {
    try {
      database.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // The log stays beside the file; the next time, or the next start, gets further.
    }
  },
  close() {
    database?.close();
  },
};

parentPort?.on('message', ({ id, work, given }) => {
  try {
    parentPort?.postMessage({ id, result: works[/** @type {keyof Works} */ (work)](/** @type {never} */ (given)) });
  } catch (error) {
    // An error loses its code on the way.
    const { message, code } = /** @type {Error & { code?: unknown }} */ (error);
    parentPort?.postMessage({ id, failure: { message, code } });
  }
  if (work === 'close') parentPort?.close();
});
