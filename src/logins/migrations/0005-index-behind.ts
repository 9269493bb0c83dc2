import { type Kysely, sql } from 'kysely';
import type { Engine } from './engine.js';

/** The words of a login are put into their index after it was answered; until then it is listed here. */
export const indexBehind =
  (engine: Engine) =>
  async (db: Kysely<unknown>): Promise<void> => {
    const ordered = engine === 'postgres' ? sql`text collate "C"` : 'text';
    await db.schema
      .createTable('unindexed')
      .addColumn('login_id', ordered, (column) => column.primaryKey().references('logins.id').onDelete('cascade'))
      .execute();
  };
