import { keptFindings, wholeFindings } from './kept-findings.js';
import type { AnsweredLogin, Login } from './login.js';
import { failedChecks, nameIdOf } from './login-query.js';
import { joined, termsOf } from './search-terms.js';
import type { LoginRow } from './sql-schema.js';

/** Type of each column of `logins`, in the order in which they are written: the statements that write them are made of this. */
export const LOGIN_COLUMNS: { readonly [Column in keyof LoginRow]: 'text' | 'integer' } = {
  id: 'text',
  state: 'text',
  accepted: 'integer',
  name_id: 'text',
  search_text: 'text',
  received: 'text',
  outcome: 'text',
  bytes: 'integer',
};

const names = Object.keys(LOGIN_COLUMNS) as (keyof LoginRow)[];
export const COLUMN_NAMES = names.join(', ');
/** Of a record that is there already. */
export const WRITTEN_OVER = names
  .filter((name) => name !== 'id')
  .map((name) => `${name} = excluded.${name}`)
  .join(', ');

export const valuesOf = (row: LoginRow): (string | number | null)[] => names.map((name) => row[name]);

/** Everything a login is in the tables. */
export interface LoginRows {
  readonly row: LoginRow;
  readonly failed: readonly string[];
}

export function rowsOf(login: Login): LoginRows {
  const { received, ...outcome } = login as AnsweredLogin;
  const texts = {
    received: received === undefined ? null : JSON.stringify(received),
    outcome: JSON.stringify(keptOutcome(outcome)),
  };
  return {
    row: {
      id: login.id,
      state: login.state,
      accepted: login.accepted ? 1 : 0,
      name_id: nameIdOf(login) ?? null,
      search_text: joined(termsOf(login)),
      ...texts,
      bytes: Buffer.byteLength(texts.received ?? '') + Buffer.byteLength(texts.outcome),
    },
    failed: [...new Set(failedChecks(login))],
  };
}

export function loginOf({ received, outcome }: LoginRow): Login {
  const login = JSON.parse(outcome);
  if (login.diagnosis) login.diagnosis.findings = wholeFindings(login.diagnosis.findings);
  if (received !== null) login.received = JSON.parse(received);
  return login;
}

function keptOutcome(outcome: Omit<AnsweredLogin, 'received'>): object {
  // A login that is only begun has none.
  const diagnosis = outcome.diagnosis as AnsweredLogin['diagnosis'] | undefined;
  return diagnosis ? { ...outcome, diagnosis: { ...diagnosis, findings: keptFindings(diagnosis.findings) } } : outcome;
}
