import { type Kysely, type Migration, Migrator } from 'kysely';
import { logins } from './0001-logins.js';
import { sharedState } from './0002-shared-state.js';
import { search } from './0003-search.js';
import { size } from './0004-size.js';
import { indexBehind } from './0005-index-behind.js';
import type { Engine } from './engine.js';
import type { MigrationName } from './names.js';

const migrations = (engine: Engine): Record<MigrationName, Migration> => ({
  '0001-logins': { up: logins(engine) },
  '0002-shared-state': { up: sharedState },
  '0003-search': { up: search(engine) },
  '0004-size': { up: size },
  '0005-index-behind': { up: indexBehind(engine) },
});

/**
 * Brings the database to the newest version; does nothing when it is there already. Several may do so at once: on PostgreSQL
 * the first takes an advisory lock and the others wait for it.
 *
 * @throws Error when a migration fails or the database is of a newer version than this program.
 */
export async function migrate<T>(db: Kysely<T>, engine: Engine): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(engine) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
