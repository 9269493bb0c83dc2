import type { Kysely } from 'kysely';
import { groupCommit } from './group-commit.js';
import type { AnsweredLogin } from './login.js';
import { rowsOf, valuesOf } from './login-rows.js';
import type { SessionsBehind } from './sessions-behind.js';
import type { Tables } from './sql-schema.js';
import type { SqliteEngine } from './sqlite-engine.js';
import type { Recorded, Recording } from './sqlite-works.js';
import type { RecordLogin, Taking } from './taking.js';

interface Given {
  readonly login: AnsweredLogin;
  readonly taking: Taking;
  /** It stands under the id of the login that its request began. */
  readonly completes: boolean;
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
    if (taking.answers) {
      const completed = { ...login, id: taking.answers.loginId };
      const result = await recorded({ login: completed, taking, completes: true });
      if (result !== 'completed-before') return result === 'taken' ? undefined : completed;
    }
    const result = await recorded({ login, taking, completes: false });
    return result === 'taken' ? undefined : login;
  };
}

function recordingOf({ login, taking: { at, answers, consumes, assertion }, completes }: Given): Recording {
  const { row, failed } = rowsOf(login);
  return {
    login: { id: row.id, values: valuesOf(row), failed },
    completes,
    at: at.getTime(),
    consumes: consumes === true,
    ...(answers && { requestId: answers.requestId }),
    ...(assertion && { assertion: { ...assertion, forgetAfter: assertion.forgetAfter.getTime() } }),
  };
}
