import { HarnessError } from '../errors.js';
import type { Memory } from './open-sqlite.js';
import type { Tables } from './sql-schema.js';

/** Longer than any statement of ours takes; a database that does not answer must not keep a browser waiting. */
const PATIENCE_MS = 10_000;
const CONNECTIONS = 10;

/**
 * Logins in a PostgreSQL database, which several harnesses may share.
 *
 * @param url `postgres://user:password@host:port/database`, with the parameters of libpq such as `sslmode`.
 * @throws HarnessError `STORE_UNUSABLE`.
 */
export async function openPostgres(url: string): Promise<Memory> {
  const { Kysely, PostgresDialect } = await import('kysely');
  const { default: pg } = await import('pg');
  const { migrate } = await import('./migrations/migrate.js');
  const { createSqlStore } = await import('./sql-store.js');
  const state = await import('./sql-state.js');
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    keepAlive: true,
    application_name: 'saml-rehearsal',
    connectionTimeoutMillis: PATIENCE_MS / 2,
    statement_timeout: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  });
  // A connection that breaks while nobody uses it: the next statement gets another one.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db, 'postgres');
  } catch (error) {
    await db.destroy();
    throw unusable(url, error);
  }
  return {
    logins: createSqlStore(db),
    requests: state.createSqlRequests(db),
    assertions: state.createSqlAssertions(db),
  };
}

function unusable(url: string, cause: unknown): HarnessError {
  const { host = '', pathname = '' } = URL.canParse(url) ? new URL(url) : {};
  const words =
    cause instanceof Error && cause.message !== '' ? cause.message : String((cause as { code?: unknown }).code);
  return new HarnessError(
    'STORE_UNUSABLE',
    `The PostgreSQL database ${host}${pathname} cannot be used: ${words}`,
    'See whether the server runs, the database exists and this user may make tables in it, or give another --store.',
    { cause },
  );
}
