import type { Pool } from 'pg';
import { groupCommit } from './group-commit.js';
import type { AnsweredLogin } from './login.js';
import { COLUMN_NAMES, LOGIN_COLUMNS, rowsOf, valuesOf, WRITTEN_OVER } from './login-rows.js';
import type { RecordLogin, Taking } from './taking.js';

interface Recording {
  readonly login: AnsweredLogin;
  readonly taking: Taking;
}

const IN_A_GROUP = 16;
/** While one waits for its commit, the next one is written. */
const GROUPS = 2;
/** How often assertions that may come again are forgotten. */
const SWEEP_MS = 60_000;

/** Something was taken already, or twice in one group: whoever it was is found out one by one. */
const TAKEN = ['23505', '22012', '21000'];

/**
 * Records whatever has come together in one statement, which is one transaction and one way to the database and back. It takes
 * what is to be taken as if nobody else did; where somebody did, it changes nothing, and each login goes its own way.
 */
export function createPostgresRecord(parts: {
  readonly pool: Pool;
  readonly oneByOne: RecordLogin;
  readonly channel: string;
  readonly payload: (login: AnsweredLogin) => string;
}): RecordLogin {
  const { pool, oneByOne, channel, payload } = parts;
  let swept = 0;
  // Beside the way of a login, which need not wait for it; what fails is tried again a minute later.
  const sweep = (at: number) => {
    if (at - swept < SWEEP_MS) return;
    swept = at;
    pool.query('delete from assertions where forget_after < $1', [at]).catch(() => undefined);
  };
  const together = groupCommit<Recording, AnsweredLogin | undefined>(
    async (group) => {
      const recorded = group.map(({ login, taking: { answers } }) =>
        answers ? { ...login, id: answers.loginId } : login,
      );
      const values = group.flatMap(({ taking }, at) => {
        const login = recorded[at] as AnsweredLogin;
        return givenValues(login, taking, payload(login));
      });
      try {
        sweep(group[0]?.taking.at.getTime() ?? 0);
        await pool.query({ name: `record-${group.length}`, text: statement(group.length, channel), values });
        return recorded;
      } catch (error) {
        if (!TAKEN.includes(String((error as { code?: unknown }).code))) throw error;
        const results: (AnsweredLogin | undefined)[] = [];
        for (const { login, taking } of group) results.push(await oneByOne(login, taking));
        return results;
      }
    },
    { items: IN_A_GROUP, groups: GROUPS },
  );
  return (login, taking) =>
    // An answer that uses nothing up may or may not be the first one to its request.
    taking.answers && !taking.consumes ? oneByOne(login, taking) : together({ login, taking });
}

const COLUMNS = Object.entries({
  ...LOGIN_COLUMNS,
  failed: 'text[]',
  at: 'bigint',
  request_id: 'text',
  issuer: 'text',
  assertion_id: 'text',
  forget_after: 'bigint',
  payload: 'text',
});

function givenValues(login: AnsweredLogin, { at, answers, assertion }: Taking, payload: string): unknown[] {
  const { row, failed } = rowsOf(login);
  return [
    ...[...valuesOf(row), failed, at.getTime()],
    answers?.requestId ?? null,
    ...(assertion ? [assertion.issuer, assertion.id, assertion.forgetAfter.getTime()] : [null, null, null]),
    payload,
  ];
}

const statements = new Map<string, string>();

function statement(size: number, channel: string): string {
  const key = `${channel} ${size}`;
  const text = statements.get(key) ?? written(size, channel);
  statements.set(key, text);
  return text;
}

function written(size: number, channel: string): string {
  const names = COLUMNS.map(([name]) => name).join(', ');
  const rows = Array.from({ length: size }, (_, row) => {
    const places = COLUMNS.map(([, type], column) => `$${row * COLUMNS.length + column + 1}::${type}`);
    return `(${places.join(', ')})`;
  });
  return `with given (${names}) as (values ${rows.join(', ')}),
    used as (
      update requests set used_at = given.at, claimed = 1 from given
      where requests.id = given.request_id and used_at is null and claimed = 0 and expires_at >= given.at returning 1),
    remembered as (
      insert into assertions (issuer, id, login_id, accepted_at, forget_after)
      select issuer, assertion_id, id, at, forget_after from given where assertion_id is not null),
    kept as (
      insert into logins (${COLUMN_NAMES}) select ${COLUMN_NAMES} from given
      on conflict (id) do update set ${WRITTEN_OVER}),
    checks as (insert into failed_checks (login_id, check_id) select id, unnest(failed) from given on conflict do nothing),
    waiting as (insert into unindexed (login_id) select id from given on conflict do nothing)
    select pg_notify('${channel}', payload),
      1 / (case when (select count(*) from used) = (select count(request_id) from given) then 1 else 0 end)
    from given`;
}
