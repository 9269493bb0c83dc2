import type { ClientConfig, Pool } from 'pg';
import { explainStore } from './explain-store.js';
import type { Memory } from './memory.js';
import { explainPostgres } from './postgres-errors.js';
import type { Tables } from './sql-schema.js';

/** Longer than any statement of ours takes; a database that does not answer must not keep a browser waiting. */
const PATIENCE_MS = 10_000;
const CONNECTIONS = 10;

/**
 * Logins in a PostgreSQL database, which several harnesses may share.
 *
 * @param url `postgres://user:password@host:port/database`, with the parameters of libpq such as `sslmode`.
 * @throws HarnessError `STORE_UNUSABLE`; so do all its functions.
 */
export async function openPostgres(url: string): Promise<Memory> {
  const { Kysely, PostgresDialect } = await import('kysely');
  const { default: pg } = await import('pg');
  const { postgresMemory } = await import('./postgres-memory.js');
  const explain = explainPostgres(url);
  const connection = {
    connectionString: url,
    keepAlive: true,
    application_name: 'saml-rehearsal',
    connectionTimeoutMillis: PATIENCE_MS / 2,
  };
  const patient = { ...connection, statement_timeout: PATIENCE_MS, query_timeout: PATIENCE_MS };
  const pool = new pg.Pool({ ...patient, max: CONNECTIONS });
  keepAlive(pool);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await bringUpToDate(connection);
    return explainStore(await postgresMemory(pool, db, () => new pg.Client(patient)), explain);
  } catch (error) {
    await db.destroy();
    throw explain(error as Error);
  }
}

/** On connections of its own, which may wait: for another harness that does the same, and for an index of a million logins. */
async function bringUpToDate(connection: ClientConfig): Promise<void> {
  const { Kysely, PostgresDialect } = await import('kysely');
  const { default: pg } = await import('pg');
  const { migrate } = await import('./migrations/migrate.js');
  const pool = new pg.Pool({ ...connection, max: 2 });
  keepAlive(pool);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db, 'postgres');
  } finally {
    await db.destroy();
  }
}

/**
 * A broken connection ends no process: while nobody uses it the pool says so, and the next statement gets another one; while
 * somebody does, the connection itself says so besides failing their statement.
 */
function keepAlive(pool: Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
}
