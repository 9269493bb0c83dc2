import { type Kysely, type Migration, Migrator } from 'kysely';
import { HarnessError } from '../../errors.js';
import * as logins from './0001-logins.js';

const MIGRATIONS: Record<string, Migration> = { '0001-logins': logins };

/**
 * Brings the database to the newest version; does nothing when it is there already.
 *
 * @throws HarnessError `STORE_UNUSABLE` when a migration fails or the database is of a newer version than this program.
 */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  throw new HarnessError(
    'STORE_UNUSABLE',
    `The database of logins cannot be used: ${error instanceof Error ? error.message : String(error)}`,
    'Give another folder with --data-dir or another store with --store; the file is left as it is.',
    { cause: error },
  );
}
