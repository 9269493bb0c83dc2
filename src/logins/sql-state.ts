import type { Kysely } from 'kysely';
import type { PendingRequest, PendingRequests, SeenAssertions } from './pending-requests.js';
import type { RequestRow, Tables } from './sql-schema.js';

const DAY_MS = 86_400_000;

/** Requests awaiting an answer, in the database of logins; `consume` is one atomic statement, whichever process runs it. */
export function createSqlRequests(db: Kysely<Tables>): PendingRequests {
  return {
    add: (request) => addRequest(db, request),
    async look(id, at) {
      const row = await db.selectFrom('requests').selectAll().where('id', '=', id).executeTakeFirst();
      if (!row) return { state: 'unknown' };
      const request = fromRow(row);
      if (row.used_at !== null) return { state: 'already-used', request };
      return { state: request.expires < at ? 'expired' : 'pending', request };
    },
    async consume(id, at) {
      const { numUpdatedRows } = await db
        .updateTable('requests')
        .set({ used_at: at.getTime() })
        .where('id', '=', id)
        .where('used_at', 'is', null)
        .where('expires_at', '>=', at.getTime())
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async claimRecord(id) {
      const { numUpdatedRows } = await db
        .updateTable('requests')
        .set({ claimed: 1 })
        .where('id', '=', id)
        .where('claimed', '=', 0)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}

async function addRequest(db: Kysely<Tables>, { id, loginId, sentAt, expires }: PendingRequest): Promise<void> {
  const [sent_at, expires_at] = [sentAt.getTime(), expires.getTime()];
  // What expired a day ago explains nothing any more.
  await db
    .deleteFrom('requests')
    .where('expires_at', '<', sent_at - DAY_MS)
    .execute();
  const row = { id, login_id: loginId, sent_at, expires_at, used_at: null, claimed: 0 } as const;
  await db.insertInto('requests').values(row).execute();
}

/** Assertions already used, in the database of logins. */
export function createSqlAssertions(db: Kysely<Tables>): SeenAssertions {
  return {
    async look(issuer, id) {
      const row = await db
        .selectFrom('assertions')
        .selectAll()
        .where('issuer', '=', issuer)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && { acceptedAt: new Date(Number(row.accepted_at)), loginId: row.login_id };
    },
    async remember(issuer, id, loginId, acceptedAt, forgetAfter) {
      await db.deleteFrom('assertions').where('forget_after', '<', acceptedAt.getTime()).execute();
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('assertions')
        .values({
          issuer,
          id,
          login_id: loginId,
          accepted_at: acceptedAt.getTime(),
          forget_after: forgetAfter.getTime(),
        })
        .onConflict((conflict) => conflict.columns(['issuer', 'id']).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
  };
}

const fromRow = (row: RequestRow): PendingRequest => ({
  id: row.id,
  loginId: row.login_id,
  sentAt: new Date(Number(row.sent_at)),
  expires: new Date(Number(row.expires_at)),
});
