import type { Login } from './login.js';
import { loginHintOf } from './login-hint.js';
import type { LoginQuery } from './login-store.js';

export const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 500;

export const limitOf = ({ limit = DEFAULT_LIMIT }: LoginQuery): number =>
  Math.min(Math.max(Math.trunc(limit) || 1, 1), MAX_LIMIT);

/** The checks that failed in a login: what the filter `failed` asks for. */
export function failedChecks(login: Login): string[] {
  if (login.state === 'pending') return [];
  return login.diagnosis.findings.filter((f) => f.status === 'fail' || f.status === 'crashed').map((f) => f.id);
}

export function nameIdOf(login: Login): string | undefined {
  return login.state === 'answered' ? login.assertion?.subject?.nameId : undefined;
}

/** Everything the free-text search looks at, in lower case. */
export function searchTextOf(login: Login): string {
  if (login.state === 'pending')
    return text([login.id, login.accountCode, login.request?.id, loginHintOf(login.request)]);
  return text([
    login.id,
    login.accountCode,
    login.request?.id,
    login.response?.id,
    nameIdOf(login),
    login.user?.email,
    login.user?.globalName,
    ...Object.values(login.claims).flat(),
    ...failedChecks(login),
  ]);
}

const text = (parts: readonly (string | undefined)[]) =>
  parts
    .filter((part) => part !== undefined)
    .join(' ')
    .toLowerCase();

/** Whether a login belongs on a page, the cursor aside. */
export function matches(login: Login, query: LoginQuery): boolean {
  if (query.accepted !== undefined && (login.state === 'pending' || login.accepted !== query.accepted)) return false;
  if (query.failed !== undefined && !failedChecks(login).includes(query.failed)) return false;
  if (query.nameId !== undefined && nameIdOf(login) !== query.nameId) return false;
  return query.search === undefined || searchTextOf(login).includes(query.search.toLowerCase());
}
