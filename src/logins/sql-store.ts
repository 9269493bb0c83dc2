import { type Kysely, type SelectQueryBuilder, sql, type Transaction } from 'kysely';
import type { AnsweredLogin, Login } from './login.js';
import { firstIdOf } from './login-id.js';
import { failedChecks, limitOf, nameIdOf, searchTextOf } from './login-query.js';
import type { LoginQuery, LoginStore, StoreSize } from './login-store.js';
import type { LoginRow, Tables } from './sql-schema.js';

/** Tells other harnesses of a login, in the transaction that records it. */
export type Announce = (inside: Transaction<Tables>, login: Login) => Promise<void>;

/** Logins in a SQL database that has been migrated. One query layer for every engine. */
export function createSqlStore(db: Kysely<Tables>, announce?: Announce): LoginStore {
  return {
    save: (login) =>
      db.transaction().execute(async (inside) => {
        await saveInside(inside, login);
        await announce?.(inside, login);
      }),
    async find(id) {
      const row = await db.selectFrom('logins').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromRow(row);
    },
    async list(query = {}) {
      const limit = limitOf(query);
      const rows = await filtered(db.selectFrom('logins').selectAll(), query)
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return { logins: page.map(fromRow), ...(rows.length > limit && last ? { next: last.id } : {}) };
    },
    async remove(id) {
      const { numDeletedRows } = await db.deleteFrom('logins').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async removeAll() {
      await db.deleteFrom('logins').execute();
    },
    trim: (keep) => trim(db, keep),
    size: () => size(db),
    close: () => db.destroy(),
  };
}

/** Saves a login with its failed checks, in a transaction that is under way. */
export async function saveInside(inside: Transaction<Tables>, login: Login): Promise<void> {
  const row = toRow(login);
  const failed = failedChecks(login);
  const { id: _, ...changed } = row;
  await inside
    .insertInto('logins')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
    .execute();
  if (failed.length === 0) return;
  await inside
    .insertInto('failed_checks')
    .values(failed.map((check_id) => ({ login_id: row.id, check_id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

type LoginSelect = SelectQueryBuilder<Tables, 'logins', LoginRow>;

function filtered(select: LoginSelect, { accepted, failed, nameId, search, after }: LoginQuery): LoginSelect {
  let query = select;
  if (after !== undefined) query = query.where('id', '<', after);
  if (accepted !== undefined) query = query.where('accepted', '=', accepted ? 1 : 0).where('state', '=', 'answered');
  if (nameId !== undefined) query = query.where('name_id', '=', nameId);
  if (failed !== undefined) {
    query = query.where('id', 'in', (inner) =>
      inner.selectFrom('failed_checks').select('login_id').where('check_id', '=', failed),
    );
  }
  if (search !== undefined && search !== '') {
    const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(sql<boolean>`search_text like ${pattern} escape '\\'`);
  }
  return query;
}

async function trim(db: Kysely<Tables>, { count, since, bytes }: Parameters<LoginStore['trim']>[0]): Promise<number> {
  let removed = 0n;
  if (since) {
    const { numDeletedRows } = await db.deleteFrom('logins').where('id', '<', firstIdOf(since)).executeTakeFirst();
    removed += numDeletedRows;
  }
  if (count !== undefined) {
    const firstTooMany = await db
      .selectFrom('logins')
      .select('id')
      .orderBy('id', 'desc')
      .offset(count)
      .limit(1)
      .executeTakeFirst();
    if (firstTooMany) {
      const { numDeletedRows } = await db.deleteFrom('logins').where('id', '<=', firstTooMany.id).executeTakeFirst();
      removed += numDeletedRows;
    }
  }
  if (bytes !== undefined) {
    const { rows } = await sql<{ id: string }>`
      select id from (select id, sum(${BYTES}) over (order by id desc) as total from logins) as measured
      where total > ${bytes} order by id desc limit 1`.execute(db);
    if (rows[0]) {
      const { numDeletedRows } = await db.deleteFrom('logins').where('id', '<=', rows[0].id).executeTakeFirst();
      removed += numDeletedRows;
    }
  }
  return Number(removed);
}

/** Lengths alone: neither engine reads the texts for them. */
const BYTES = sql`octet_length(coalesce(received, '')) + octet_length(outcome) + octet_length(search_text)`;

async function size(db: Kysely<Tables>): Promise<StoreSize> {
  const { rows } = await sql<{ logins: number; bytes: number | null }>`
    select count(*) as logins, sum(${BYTES}) as bytes from logins`.execute(db);
  return { logins: Number(rows[0]?.logins ?? 0), bytes: Number(rows[0]?.bytes ?? 0) };
}

function toRow(login: Login): LoginRow {
  const { received, ...outcome } = login as AnsweredLogin;
  return {
    id: login.id,
    state: login.state,
    accepted: login.accepted ? 1 : 0,
    name_id: nameIdOf(login) ?? null,
    search_text: searchTextOf(login),
    received: received === undefined ? null : JSON.stringify(received),
    outcome: JSON.stringify(outcome),
  };
}

function fromRow({ received, outcome }: LoginRow): Login {
  return { ...JSON.parse(outcome), ...(received === null ? {} : { received: JSON.parse(received) }) };
}
