import { chmod, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { HarnessError } from '../errors.js';
import type { LoginStore } from './login-store.js';
import type { PendingRequests, SeenAssertions } from './pending-requests.js';
import type { Tables } from './sql-schema.js';

/** Everything that outlives a request. */
export interface Memory {
  readonly logins: LoginStore;
  readonly requests: PendingRequests;
  readonly assertions: SeenAssertions;
}

/**
 * Logins in one SQLite file, made on first need, readable by its owner only.
 *
 * @param path File, or `:memory:`.
 * @throws HarnessError `STORE_UNUSABLE`.
 */
export async function openSqlite(path: string): Promise<Memory> {
  const { Kysely, SqliteDialect } = await import('kysely');
  const { default: Database } = await import('libsql');
  const { migrate } = await import('./migrations/migrate.js');
  const { createSqlStore } = await import('./sql-store.js');
  const state = await import('./sql-state.js');
  const database = await open(path, Database);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: database as never }) });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    logins: createSqlStore(db),
    requests: state.createSqlRequests(db),
    assertions: state.createSqlAssertions(db),
  };
}

async function open(path: string, Database: typeof import('libsql')) {
  try {
    if (path !== ':memory:') await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const database = new Database(path);
    // WAL with FULL: an acknowledged login survives the machine going down, and readers do not wait for writers.
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'busy_timeout = 5000'])
      database.pragma(pragma);
    if (path !== ':memory:') await chmod(path, 0o600);
    return database;
  } catch (error) {
    throw new HarnessError(
      'STORE_UNUSABLE',
      `The file of logins ${path} cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
      'Give a folder you may write to with --data-dir, or --store memory.',
      { cause: error },
    );
  }
}
