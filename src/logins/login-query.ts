import type { Login } from './login.js';
import type { LoginQuery } from './login-store.js';

const DEFAULT_LIMIT = 50;
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
