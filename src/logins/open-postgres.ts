import type { Kysely } from 'kysely';
import type { Client, Pool } from 'pg';
import { systemRandom } from '../clock.js';
import { explainStore } from './explain-store.js';
import type { Login } from './login.js';
import type { Memory } from './open-sqlite.js';
import { explainPostgres } from './postgres-errors.js';
import type { Tables } from './sql-schema.js';
import type { NewsItem } from './store-news.js';

/** Longer than any statement of ours takes; a database that does not answer must not keep a browser waiting. */
const PATIENCE_MS = 10_000;
const CONNECTIONS = 10;
const CHANNEL = 'saml_rehearsal';

/**
 * Logins in a PostgreSQL database, which several harnesses may share.
 *
 * @param url `postgres://user:password@host:port/database`, with the parameters of libpq such as `sslmode`.
 * @throws HarnessError `STORE_UNUSABLE`; so do all its functions.
 */
export async function openPostgres(url: string): Promise<Memory> {
  const { Kysely, PostgresDialect } = await import('kysely');
  const { default: pg } = await import('pg');
  const { migrate } = await import('./migrations/migrate.js');
  const explain = explainPostgres(url);
  const connection = {
    connectionString: url,
    keepAlive: true,
    application_name: 'saml-rehearsal',
    connectionTimeoutMillis: PATIENCE_MS / 2,
    statement_timeout: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  };
  const pool = new pg.Pool({ ...connection, max: CONNECTIONS });
  // A connection that breaks while nobody uses it: the next statement gets another one.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db, 'postgres');
    return explainStore(await memoryOf(pool, db, () => new pg.Client(connection)), explain);
  } catch (error) {
    await db.destroy();
    throw explain(error as Error);
  }
}

async function memoryOf(pool: Pool, db: Kysely<Tables>, client: () => Client): Promise<Memory> {
  const { sql } = await import('kysely');
  const { createSqlStore } = await import('./sql-store.js');
  const { createSqlRecord } = await import('./sql-record.js');
  const { createPostgresRecord } = await import('./postgres-record.js');
  const { createSqlDocuments } = await import('./kept-documents.js');
  const { createSqlSessions } = await import('./kept-sessions.js');
  const { createNewsDesk } = await import('./store-news.js');
  const { keepListening } = await import('./keep-listening.js');
  const state = await import('./sql-state.js');

  const self = Buffer.from(systemRandom.bytes(9)).toString('base64url');
  const notify = async (on: Kysely<Tables>, news: Omit<NewsItem, 'from'>) =>
    void (await sql`select pg_notify(${CHANNEL}, ${JSON.stringify({ from: self, ...news })})`.execute(on));
  // In the transaction of what it is about: heard when that is committed, and never when it is not.
  const announce = (on: Kysely<Tables>, { id }: Login) => notify(on, { login: id });
  const logins = createSqlStore(db, announce);
  const record = createPostgresRecord({
    pool,
    channel: CHANNEL,
    oneByOne: createSqlRecord(db, announce),
    payload: ({ id }) => JSON.stringify({ from: self, login: id } satisfies NewsItem),
  });
  const documents = createSqlDocuments(db);
  const news = createNewsDesk({
    logins,
    self,
    documentNames: documents.names,
  });
  const ears = await keepListening({
    client,
    channel: CHANNEL,
    heard: (payload) => news.hear(JSON.parse(payload)),
    missed: news.catchUp,
  });
  return {
    logins: {
      ...logins,
      // PostgreSQL keeps no NUL, and takes none in a question: there is no login of such an id.
      find: async (id) => (id.includes('\0') ? undefined : logins.find(id)),
      list: async (query = {}) =>
        Object.values(query).some((value) => String(value).includes('\0')) ? { logins: [] } : logins.list(query),
      remove: async (id) => !id.includes('\0') && logins.remove(id),
      async save(login) {
        await logins.save(login);
        news.own(login);
      },
      async close() {
        await ears.close();
        await logins.close();
      },
    },
    requests: state.createSqlRequests(db),
    assertions: state.createSqlAssertions(db),
    async record(login, taking) {
      const recorded = await record(login, taking);
      if (recorded) news.own(recorded);
      return recorded;
    },
    sessions: createSqlSessions(db, async (id, content, expires) => {
      // Seen by the other harnesses at once, but not waited for until it is on the disk: the setting ends with the statement.
      await sql`with relaxed as (select set_config('synchronous_commit', 'off', true))
        insert into sessions (id, content, expires_at) select ${id}, ${content}, ${expires.getTime()}::bigint from relaxed
        on conflict (id) do update set content = excluded.content, expires_at = excluded.expires_at`.execute(db);
    }),
    documents: {
      ...documents,
      async save(name, text) {
        await documents.save(name, text);
        await notify(db, { document: name });
      },
      async keepFirst(name, text) {
        const kept = await documents.keepFirst(name, text);
        await notify(db, { document: name });
        return kept;
      },
    },
    news,
  };
}
