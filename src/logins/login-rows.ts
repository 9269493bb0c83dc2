import type { AnsweredLogin, Login } from './login.js';
import { failedChecks, nameIdOf } from './login-query.js';
import { joined, termsOf } from './search-terms.js';
import type { LoginRow } from './sql-schema.js';

/** Everything a login is in the tables. */
export interface LoginRows {
  readonly row: LoginRow;
  readonly failed: readonly string[];
  readonly terms: readonly string[];
}

export function rowsOf(login: Login): LoginRows {
  const { received, ...outcome } = login as AnsweredLogin;
  const terms = termsOf(login);
  const texts = {
    received: received === undefined ? null : JSON.stringify(received),
    outcome: JSON.stringify(outcome),
  };
  return {
    row: {
      id: login.id,
      state: login.state,
      accepted: login.accepted ? 1 : 0,
      name_id: nameIdOf(login) ?? null,
      search_text: joined(terms),
      ...texts,
      bytes: Buffer.byteLength(texts.received ?? '') + Buffer.byteLength(texts.outcome),
    },
    failed: [...new Set(failedChecks(login))],
    terms,
  };
}

export function loginOf({ received, outcome }: LoginRow): Login {
  return { ...JSON.parse(outcome), ...(received === null ? {} : { received: JSON.parse(received) }) };
}
