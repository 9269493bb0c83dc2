import type { Evidence, ReceivedMessage } from '../saml/evidence.js';
import { readEvidence } from '../saml/read-evidence.js';
import type { XmlLimits } from '../saml/xml.js';
import type { Account } from '../sp/account.js';
import { accountMeant } from './choose-account.js';
import { type Remembered, recallRequest } from './expect-login.js';
import type { Memory } from './memory.js';
import type { SignOnSettings } from './sign-on-settings.js';

export interface AccountHolder {
  account(): Account;
}

export interface HearingDeps {
  readonly memory: Memory;
  readonly settings: (accountCode?: string) => Promise<SignOnSettings>;
  readonly accounts?: readonly AccountHolder[];
  readonly messageLimits?: XmlLimits;
}

export interface Heard {
  readonly settings: SignOnSettings;
  readonly evidence: Partial<Evidence>;
  /** The request it answers. */
  readonly remembered: Remembered;
}

/** Read with the keys of the account it is meant for, which only reading it tells. */
export async function hear(
  deps: HearingDeps,
  main: SignOnSettings,
  message: ReceivedMessage,
  at: Date,
): Promise<Heard> {
  const heardBy = async (settings: SignOnSettings): Promise<Heard> => {
    const { identityProvider, decryptionKeys } = settings;
    const evidence = await readEvidence(message, { identityProvider, decryptionKeys }, deps.messageLimits);
    return { settings, evidence, remembered: await recallRequest(deps.memory, evidence, at) };
  };
  const heard = await heardBy(main);
  const accounts = (deps.accounts ?? []).map(({ account }) => account());
  const meant = accountMeant(accounts, heard.remembered, heard.evidence)?.accountCode;
  return meant === undefined || meant === main.account.accountCode ? heard : heardBy(await deps.settings(meant));
}
