import type { Request } from 'express';
import { HarnessError } from '../../errors.js';
import type { RehearsedAccount, ServiceProvider } from '../service-provider.js';
import { accountNamed } from '../sp/account-named.js';

/**
 * The account of `?accountCode=`, or the main one.
 *
 * @throws HarnessError `ACCOUNT_UNKNOWN`.
 */
export function accountAskedFor(sp: ServiceProvider, { query }: Request): RehearsedAccount {
  const { accountCode } = query;
  const named = accountNamed(sp, accountCode === undefined ? undefined : String(accountCode));
  if ('account' in named) return named.account;
  const [problem = '', remedy = ''] = named.problem;
  throw new HarnessError('ACCOUNT_UNKNOWN', problem, remedy);
}
