import { type Kysely, sql, type Transaction } from 'kysely';
import type { AnsweredLogin } from './login.js';
import type { Tables } from './sql-schema.js';
import type { RecordLogin, Taking } from './taking.js';

/** Records one login in a transaction that is under way; undefined when something had been taken already. */
export type RecordInside = (
  inside: Transaction<Tables>,
  login: AnsweredLogin,
  taking: Taking,
) => Promise<AnsweredLogin | undefined>;

interface Waiting {
  readonly login: AnsweredLogin;
  readonly taking: Taking;
  readonly resolve: (recorded: AnsweredLogin | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** So that nobody waits for much more than one commit. */
const MOST = 64;

/**
 * Logins that come in at the same time share one transaction, because committing costs more than everything before it. Each
 * answer still waits until its login is safe, and each is all or nothing by itself.
 */
export function recordTogether(db: Kysely<Tables>, record: RecordInside): RecordLogin {
  let waiting: Waiting[] = [];
  let isBusy = false;
  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.slice(0, MOST);
      waiting = waiting.slice(MOST);
      await recordGroup(db, record, group);
    }
    isBusy = false;
  }
  return (login, taking) =>
    new Promise((resolve, reject) => {
      waiting.push({ login, taking, resolve, reject });
      if (isBusy) return;
      isBusy = true;
      // After whatever else has arrived by now was judged.
      setImmediate(work);
    });
}

async function recordGroup(db: Kysely<Tables>, record: RecordInside, group: readonly Waiting[]): Promise<void> {
  const outcome = await inOneTransaction(db, record, group).catch((error: unknown) => ({ error }));
  if (!('error' in outcome)) return group.forEach(({ resolve }, at) => void resolve(outcome[at]));
  const [only, ...more] = group;
  if (more.length === 0) return only?.reject(outcome.error);
  // What stops one login must not stop those that came with it.
  for (const one of group) await recordGroup(db, record, [one]);
}

function inOneTransaction(
  db: Kysely<Tables>,
  record: RecordInside,
  group: readonly Waiting[],
): Promise<(AnsweredLogin | undefined)[]> {
  return db.transaction().execute(async (inside) => {
    const recorded: (AnsweredLogin | undefined)[] = [];
    for (const { login, taking } of group) recorded.push(await undoable(inside, () => record(inside, login, taking)));
    return recorded;
  });
}

/** What was taken already takes nothing else with it. */
async function undoable(
  inside: Transaction<Tables>,
  work: () => Promise<AnsweredLogin | undefined>,
): Promise<AnsweredLogin | undefined> {
  await sql`savepoint login`.execute(inside);
  const recorded = await work();
  await (recorded ? sql`release savepoint login` : sql`rollback to savepoint login`).execute(inside);
  return recorded;
}
