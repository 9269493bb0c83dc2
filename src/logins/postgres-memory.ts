import { type Kysely, sql } from 'kysely';
import type { Client, Pool } from 'pg';
import { systemRandom } from '../clock.js';
import { groupCommit } from './group-commit.js';
import { indexedBehind } from './index-behind.js';
import { keepListening } from './keep-listening.js';
import { createSqlDocuments, type KeptDocuments } from './kept-documents.js';
import { createSqlSessions, type WriteSession } from './kept-sessions.js';
import type { Login } from './login.js';
import type { LoginStore } from './login-store.js';
import type { Memory } from './memory.js';
import { indexPostgres } from './postgres-index.js';
import { createPostgresRecord } from './postgres-record.js';
import { createSqlRecord } from './sql-record.js';
import type { Tables } from './sql-schema.js';
import { createSqlAssertions, createSqlRequests } from './sql-state.js';
import { createSqlStore } from './sql-store.js';
import { createNewsDesk, readNews } from './store-news.js';

const CHANNEL = 'saml_rehearsal';

/** Everything that outlives a request, in a database that is up to date, with the news of other harnesses that use it. */
export async function postgresMemory(pool: Pool, db: Kysely<Tables>, client: () => Client): Promise<Memory> {
  const self = Buffer.from(systemRandom.bytes(9)).toString('base64url');
  const payload = ({ id }: Login) => JSON.stringify({ from: self, login: id });
  // In the transaction of what it is about: heard when that is committed, and never when it is not.
  const announce = (on: Kysely<Tables>, login: Login) => notify(on, payload(login));
  const writing = {
    logins: withoutNul(createSqlStore(db, announce)),
    record: createPostgresRecord({ pool, channel: CHANNEL, oneByOne: createSqlRecord(db, announce), payload }),
  };
  const { logins, record } = indexedBehind(writing, indexPostgres(pool));
  const changed = (name: string) => notify(db, JSON.stringify({ from: self, document: name }));
  const documents = announced(createSqlDocuments(db), changed);
  const news = createNewsDesk({ logins, self, documentNames: documents.names });
  const heard = (text: string) => news.hear(readNews(text));
  const ears = await keepListening({ client, channel: CHANNEL, heard, missed: news.catchUp });
  return {
    logins: {
      ...logins,
      async save(login) {
        await logins.save(login);
        news.own(login);
      },
      async close() {
        await documents.settled();
        await ears.close();
        await logins.close();
      },
    },
    requests: createSqlRequests(db),
    assertions: createSqlAssertions(db),
    async record(login, taking) {
      const recorded = await record(login, taking);
      if (recorded) news.own(recorded);
      return recorded;
    },
    sessions: createSqlSessions(db, relaxed(pool)),
    documents,
    news,
  };
}

async function notify(on: Kysely<Tables>, payload: string): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${payload})`.execute(on);
}

/** PostgreSQL keeps no NUL, and takes none in a question: there is no login of such an id. */
function withoutNul(store: LoginStore): LoginStore {
  return {
    ...store,
    find: async (id) => (id.includes('\0') ? undefined : store.find(id)),
    remove: async (id) => !id.includes('\0') && store.remove(id),
    list: async (query = {}) =>
      Object.values(query).some((value) => String(value).includes('\0')) ? { logins: [] } : store.list(query),
  };
}

const SESSIONS_AT_ONCE = 100;

/**
 * Seen by the other harnesses at once, those that came together in one statement, but not waited for until they are on the disk:
 * the setting ends with the statement.
 */
function relaxed(pool: Pool): WriteSession {
  const write = groupCommit<Parameters<WriteSession>, void>(
    async (group) => {
      // The last one of an id counts, and a statement writes a row once.
      const last = [...new Map(group.map((one) => [one[0], one])).values()];
      const columns = [
        last.map(([id]) => id),
        last.map(([, content]) => content),
        last.map(([, , at]) => at.getTime()),
      ];
      await pool.query({ name: 'write-sessions', text: WRITE_SESSIONS, values: columns });
      return group.map(() => undefined);
    },
    { items: SESSIONS_AT_ONCE, groups: 1 },
  );
  return (...session) => write(session);
}

const WRITE_SESSIONS = `with relaxed as (select set_config('synchronous_commit', 'off', true))
  insert into sessions (id, content, expires_at)
  select given.* from relaxed, unnest($1::text[], $2::text[], $3::bigint[]) as given
  on conflict (id) do update set content = excluded.content, expires_at = excluded.expires_at`;

interface AnnouncedDocuments extends KeptDocuments {
  /** Resolves when nothing is being written any more: whoever changed something need not have waited for it. */
  settled(): Promise<void>;
}

function announced(documents: KeptDocuments, tell: (name: string) => Promise<void>): AnnouncedDocuments {
  const writing = new Set<Promise<unknown>>();
  const tracked = async <T>(work: Promise<T>): Promise<T> => {
    writing.add(work);
    try {
      return await work;
    } finally {
      writing.delete(work);
    }
  };
  const told = async <T>(name: string, write: () => Promise<T>): Promise<T> => {
    const result = await write();
    await tell(name);
    return result;
  };
  return {
    ...documents,
    save: (name, text) => tracked(told(name, () => documents.save(name, text))),
    keepFirst: (name, text) => tracked(told(name, () => documents.keepFirst(name, text))),
    async settled() {
      while (writing.size > 0) await Promise.allSettled([...writing]);
    },
  };
}
