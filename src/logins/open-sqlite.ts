import { chmod, open as openFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { HarnessError } from '../errors.js';
import { explainStore } from './explain-store.js';
import type { LoginStore } from './login-store.js';
import { makeFolder } from './make-folder.js';
import type { Memory } from './memory.js';
import type { Tables } from './sql-schema.js';
import { explainSqlite } from './sqlite-errors.js';

/**
 * Logins in one SQLite file, made on first need, readable by its owner only.
 *
 * @param path File, or `:memory:`.
 * @throws HarnessError `STORE_UNUSABLE`; so do all its functions.
 */
export async function openSqlite(path: string): Promise<Memory> {
  const { Kysely } = await import('kysely');
  const { default: Database } = await import('libsql');
  const { LibsqlDialect } = await import('./sqlite-dialect.js');
  const { migrate } = await import('./migrations/migrate.js');
  const { createSqlStore } = await import('./sql-store.js');
  const { createSqliteRecord } = await import('./sqlite-record.js');
  const { createSqlDocuments } = await import('./kept-documents.js');
  const { writtenBehind } = await import('./sessions-behind.js');
  const { indexSqlite } = await import('./sqlite-index.js');
  const { indexedBehind } = await import('./index-behind.js');
  const state = await import('./sql-state.js');
  const explain = explainSqlite(path);
  const database = await open(path, Database);
  const db = new Kysely<Tables>({ dialect: new LibsqlDialect(database) });
  try {
    await migrate(db, 'sqlite');
  } catch (error) {
    await db.destroy();
    throw explain(error as Error);
  }
  const sessions = writtenBehind(database, db);
  const logins = forgetful(createSqlStore(db), database, db, () => sessions.flush());
  const record = createSqliteRecord(database, db);
  const memory = {
    ...indexedBehind({ logins, record }, indexSqlite(database, db)),
    requests: state.createSqlRequests(db),
    assertions: state.createSqlAssertions(db),
    sessions,
    documents: createSqlDocuments(db),
  };
  return explainStore(memory, explain);
}

/** What was logged ahead is written home before the end, so that the one file is everything, and after somebody deletes, so that it is gone. */
function forgetful(
  store: LoginStore,
  database: InstanceType<Libsql>,
  db: { destroy(): Promise<void> },
  flush: () => Promise<void>,
): LoginStore {
  return {
    ...store,
    async remove(id) {
      const isGone = await store.remove(id);
      writeHome(database);
      return isGone;
    },
    async removeAll() {
      await store.removeAll();
      writeHome(database);
    },
    async close() {
      await flush().catch(() => undefined);
      writeHome(database);
      await db.destroy();
    },
  };
}

function writeHome(database: InstanceType<Libsql>): void {
  try {
    if (database.open) database.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // The log stays beside the file; the next time, or the next start, gets further.
  }
}

type Libsql = typeof import('libsql');

async function open(path: string, Database: Libsql) {
  try {
    if (path !== ':memory:') await makeFolder(dirname(path));
    // The journals get the mode of the file they belong to.
    if (path !== ':memory:') {
      await (await openFile(path, 'a', 0o600)).close();
      await chmod(path, 0o600);
    }
    const database = new Database(path);
    refuseForeign(path, database);
    // WAL with FULL: an acknowledged login survives the machine going down, and readers do not wait for writers.
    // What is deleted is overwritten: it may have been somebody's assertion.
    const durable = ['journal_mode = WAL', 'synchronous = FULL'];
    for (const pragma of [
      ...durable,
      'foreign_keys = ON',
      'busy_timeout = 5000',
      'secure_delete = ON',
      'cache_size = -16000',
    ])
      database.pragma(pragma);
    return database;
  } catch (error) {
    throw error instanceof HarnessError ? error : explainSqlite(path)(error as Error);
  }
}

/** Migrating would write our tables into whatever database another program keeps there. */
function refuseForeign(path: string, database: InstanceType<Libsql>): void {
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[];
  if (tables.length === 0 || tables.some(({ name }) => name === 'kysely_migration')) return;
  database.close();
  throw new HarnessError(
    'STORE_UNUSABLE',
    `The file ${path} is a database of another program: it holds ${tables[0]?.name}.`,
    'Give another file with --store sqlite:<path>, or another folder with --data-dir. It was left as it is.',
  );
}
