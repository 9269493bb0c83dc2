import type { EntraStandIn } from '../../entra/stand-in.js';
import type { Account } from '../../sp/account.js';
import { heldByEntra } from './held.js';
import type { StepId } from './steps.js';

interface Onlooker {
  readonly accounts: () => readonly Account[];
  readonly see: (account: Account, steps: readonly StepId[]) => void;
  /** Somebody began anew with New application. */
  readonly beginAnew: (account: Account) => void;
}

/**
 * Looks at the stand-in whenever it is called, and tells what was done since the last time; the first look only takes in how
 * things are.
 */
export function watchEntra(entra: EntraStandIn, { accounts, see, beginAnew }: Onlooker): () => void {
  let before: Look | undefined;
  return () => {
    const now = look(entra, accounts());
    if (before) {
      for (const account of accounts()) {
        if (now.isEmpty && !before.isEmpty) beginAnew(account);
        see(account, doneSince(before, now, account));
      }
    }
    before = now;
  };
}

interface Look {
  /** As the gallery adds an application. */
  readonly isEmpty: boolean;
  readonly held: ReadonlyMap<string, ReturnType<typeof heldByEntra>>;
  readonly users: number;
  readonly assigned: number;
}

function look(entra: EntraStandIn, accounts: readonly Account[]): Look {
  const { identifiers, replyUrls } = entra.application;
  const assigned = entra.assignments.list().length;
  return {
    isEmpty: identifiers.length + replyUrls.length + assigned === 0,
    held: new Map(accounts.map((account) => [account.accountCode, heldByEntra(entra, account)])),
    users: entra.users.length,
    assigned,
  };
}

function doneSince(before: Look, now: Look, { accountCode }: Account): StepId[] {
  const [was = {}, is = {}] = [before.held.get(accountCode), now.held.get(accountCode)];
  const entered = (['identifier', 'reply-url', 'sign-on-url'] as const).filter((step) => is[step] && !was[step]);
  return [
    ...(now.isEmpty && !before.isEmpty ? (['application'] as const) : []),
    ...entered,
    ...(now.users > before.users ? (['test-user'] as const) : []),
    ...(now.assigned > before.assigned ? (['assignment'] as const) : []),
  ];
}
