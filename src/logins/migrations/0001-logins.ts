import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Engine } from './engine.js';

/** Logins, what failed in them, requests awaiting an answer, assertions already used. */
export const logins =
  (engine: Engine) =>
  async (db: Kysely<unknown>): Promise<void> => {
    // Ids are paged by their order: of bytes, whatever the language of the database.
    const ordered = engine === 'postgres' ? sql`text collate "C"` : 'text';
    await createLogins(db, ordered);
    await createFailedChecks(db, ordered);
    await createRequests(db);
    await createAssertions(db);
  };

type Ordered = RawBuilder<unknown> | 'text';

async function createLogins(db: Kysely<unknown>, ordered: Ordered): Promise<void> {
  await db.schema
    .createTable('logins')
    .addColumn('id', ordered, (column) => column.primaryKey())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('accepted', 'integer', (column) => column.notNull())
    .addColumn('name_id', 'text')
    .addColumn('search_text', 'text', (column) => column.notNull())
    .addColumn('received', 'text')
    .addColumn('outcome', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('logins_by_name_id').on('logins').columns(['name_id', 'id']).execute();
  await db.schema.createIndex('logins_by_verdict').on('logins').columns(['accepted', 'id']).execute();
}

async function createFailedChecks(db: Kysely<unknown>, ordered: Ordered): Promise<void> {
  await db.schema
    .createTable('failed_checks')
    .addColumn('login_id', ordered, (column) => column.notNull().references('logins.id').onDelete('cascade'))
    .addColumn('check_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('failed_checks_key', ['check_id', 'login_id'])
    .execute();
  await db.schema.createIndex('failed_checks_by_login').on('failed_checks').column('login_id').execute();
}

async function createRequests(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('requests')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('login_id', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .addColumn('claimed', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('requests_by_expiry').on('requests').column('expires_at').execute();
}

async function createAssertions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('assertions')
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('login_id', 'text', (column) => column.notNull())
    .addColumn('accepted_at', 'bigint', (column) => column.notNull())
    .addColumn('forget_after', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('assertions_key', ['issuer', 'id'])
    .execute();
  await db.schema.createIndex('assertions_by_expiry').on('assertions').column('forget_after').execute();
}
