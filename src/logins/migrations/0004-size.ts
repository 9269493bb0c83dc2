import { type Kysely, sql } from 'kysely';

/** How large a record is stands beside it, and in an index: what is stored can be measured without reading it. */
export async function size(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('logins')
    .addColumn('bytes', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`update logins set bytes = octet_length(coalesce(received, '')) + octet_length(outcome)`.execute(db);
  await db.schema.createIndex('logins_by_size').on('logins').columns(['id', 'bytes']).execute();
}
