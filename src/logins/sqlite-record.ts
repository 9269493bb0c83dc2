import type { Kysely } from 'kysely';
import { groupCommit } from './group-commit.js';
import type { AnsweredLogin, Login } from './login.js';
import { rowsOf, valuesOf } from './login-rows.js';
import type { SessionsBehind } from './sessions-behind.js';
import type { Tables } from './sql-schema.js';
import type { SqliteEngine } from './sqlite-engine.js';
import type { Recorded, Recording, WrittenLogin } from './sqlite-works.js';
import type { RecordLogin, Taking } from './taking.js';

interface Given {
  readonly login: AnsweredLogin;
  readonly taking: Taking;
}

/** At some 20 KB each, what one transaction may hold up everybody else. */
const IN_A_GROUP = 50;

/** Records in one transaction whatever has come together while the one before was under way, and takes along the sessions that wait. */
export function createSqliteRecord(
  engine: SqliteEngine,
  db: Kysely<Tables>,
  waitingSessions: SessionsBehind['waiting'],
): RecordLogin {
  const record = async (group: readonly Given[]) => {
    const sessions = waitingSessions();
    const beside = sessions && { beside: sessions.given };
    const results = await engine.do('record', { recordings: group.map(recordingOf), ...beside });
    sessions?.done();
    return results;
  };
  const recorded = groupCommit<Given, Recorded>(
    // Somebody else may be in the middle of a transaction.
    (group) => db.connection().execute(() => record(group)),
    { items: IN_A_GROUP, groups: 1 },
  );
  return async (login, taking) => {
    const result = await recorded({ login, taking });
    if (result === 'taken') return undefined;
    return result === 'recorded-as-first' && taking.answers ? { ...login, id: taking.answers.loginId } : login;
  };
}

function recordingOf({ login, taking: { at, answers, consumes, assertion } }: Given): Recording {
  return {
    login: written(login),
    at: at.getTime(),
    consumes: consumes === true,
    ...(answers && { requestId: answers.requestId, asFirst: written({ ...login, id: answers.loginId }) }),
    ...(assertion && { assertion: { ...assertion, forgetAfter: assertion.forgetAfter.getTime() } }),
  };
}

function written(login: Login): WrittenLogin {
  const { row, failed } = rowsOf(login);
  return { id: row.id, values: valuesOf(row), failed };
}
