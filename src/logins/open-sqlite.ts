import { chmod, open as openFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Kysely } from 'kysely';
import { HarnessError } from '../errors.js';
import { explainStore } from './explain-store.js';
import { COLUMN_NAMES, WRITTEN_OVER } from './login-rows.js';
import type { LoginStore } from './login-store.js';
import { makeFolder } from './make-folder.js';
import type { Memory } from './memory.js';
import { MIGRATION_NAMES } from './migrations/names.js';
import type { Tables } from './sql-schema.js';
import type { SqliteEngine, startSqlite } from './sqlite-engine.js';
import { explainSqlite } from './sqlite-errors.js';

/**
 * Logins in one SQLite file, made on first need, readable by its owner only.
 *
 * @param path File, or `:memory:`.
 * @throws HarnessError `STORE_UNUSABLE`; so do all its functions.
 */
export async function openSqlite(path: string): Promise<Memory> {
  const { startSqlite } = await import('./sqlite-engine.js');
  const explain = explainSqlite(path);
  const explained = (error: unknown) => (error instanceof HarnessError ? error : explain(error as Error));
  // The thread begins while everything else is loaded.
  const opening = opened(path, startSqlite);
  opening.catch(() => undefined);
  const { Kysely } = await import('kysely');
  const { sqliteDialect } = await import('./sqlite-dialect.js');
  const { createSqlStore } = await import('./sql-store.js');
  const { createSqliteRecord } = await import('./sqlite-record.js');
  const { createSqlDocuments } = await import('./kept-documents.js');
  const { writtenBehind } = await import('./sessions-behind.js');
  const { AT_ONCE, indexBehind, indexedBehind } = await import('./index-behind.js');
  const state = await import('./sql-state.js');
  const { engine, migrated } = await opening.catch((error) => {
    throw explained(error);
  });
  const db = new Kysely<Tables>({ dialect: sqliteDialect(engine) });
  try {
    await bringUpToDate(db, migrated);
  } catch (error) {
    await db.destroy();
    throw explained(error);
  }
  const sessions = writtenBehind(engine, db);
  const logins = forgetful(createSqlStore(db), engine, db, () => sessions.flush());
  const record = createSqliteRecord(engine, db, sessions.waiting);
  const index = indexBehind(() => db.connection().execute(() => engine.do('index', AT_ONCE)));
  const memory = {
    ...indexedBehind({ logins, record }, index),
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
  engine: SqliteEngine,
  db: { destroy(): Promise<void> },
  flush: () => Promise<void>,
): LoginStore {
  const writeHome = () => engine.do('writeHome', undefined);
  return {
    ...store,
    async remove(id) {
      const isGone = await store.remove(id);
      await writeHome();
      return isGone;
    },
    async removeAll() {
      await store.removeAll();
      await writeHome();
    },
    async close() {
      await flush().catch(() => undefined);
      await writeHome().catch(() => undefined);
      await db.destroy();
    },
  };
}

/**
 * WAL with FULL: an acknowledged login survives the machine going down, and readers do not wait for writers. What is deleted is
 * overwritten: it may have been somebody's assertion.
 */
const PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'busy_timeout = 5000',
  'secure_delete = ON',
  'cache_size = -16000',
];

const SAVE_LOGIN = `insert into logins (${COLUMN_NAMES}) values (${COLUMN_NAMES.replace(/\w+/g, '?')})
  on conflict (id) do update set ${WRITTEN_OVER}`;

/** Most starts find the tables as they are to be, and need not look at each. */
async function bringUpToDate(db: Kysely<Tables>, migrated: readonly string[]): Promise<void> {
  if (migrated.join() === MIGRATION_NAMES.join()) return;
  const { migrate } = await import('./migrations/migrate.js');
  await migrate(db, 'sqlite');
}

interface Opened {
  readonly engine: SqliteEngine;
  /** Names of the migrations it has behind it. */
  readonly migrated: readonly string[];
}

async function opened(path: string, start: typeof startSqlite): Promise<Opened> {
  if (path !== ':memory:') {
    await makeFolder(dirname(path));
    // The journals get the mode of the file they belong to.
    await (await openFile(path, 'a', 0o600)).close();
    await chmod(path, 0o600);
  }
  const engine = start();
  try {
    const { isOurs, tables, migrated } = await engine.do('open', { path, pragmas: PRAGMAS, saveLogin: SAVE_LOGIN });
    if (!isOurs) throw foreign(path, tables[0]);
    return { engine, migrated };
  } catch (error) {
    await engine.end();
    throw error;
  }
}

/** Migrating would write our tables into whatever database another program keeps there. */
const foreign = (path: string, table: string | undefined) =>
  new HarnessError(
    'STORE_UNUSABLE',
    `The file ${path} is a database of another program: it holds ${table}.`,
    'Give another file with --store sqlite:<path>, or another folder with --data-dir. It was left as it is.',
  );
