import type { Evidence } from '../saml/evidence.js';
import type { Account } from '../sp/account.js';
import type { Remembered } from './expect-login.js';

/**
 * Whose response it is, where one harness rehearses several accounts: that of the account whose request it answers, else of the
 * one whose entityID it names as its audience. `undefined`: nobody's in particular.
 */
export function accountMeant(
  accounts: readonly Account[],
  { pending }: Remembered,
  { assertion }: Partial<Evidence>,
): Account | undefined {
  if (pending) return accounts.find(({ accountCode }) => accountCode === pending.accountCode);
  const audiences = (assertion?.conditions ?? []).flatMap(({ audienceRestrictions }) =>
    audienceRestrictions.flatMap((restriction) => restriction.audiences.map(({ value }) => value)),
  );
  return accounts.find(({ entityId }) => audiences.includes(entityId));
}
