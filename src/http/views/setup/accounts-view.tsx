import type { AccountFacts } from '../../inspector/deps.js';
import { Text } from '../text.js';
import { Fields } from './fields.js';

interface OfAccounts {
  readonly accounts: readonly AccountFacts[];
}

/** What is odd about code and region of any account. */
export function AccountWarnings({ accounts }: OfAccounts) {
  return (
    <>
      {accounts
        .flatMap((account) => account.warnings)
        .map((warning) => (
          <p key={warning} class="notice warn">
            <Text value={warning} />
          </p>
        ))}
    </>
  );
}

/** The accounts that are rehearsed, where there are several, each with the values to enter. */
export function AccountsView({ accounts }: OfAccounts) {
  if (accounts.length < 2) return null;
  return (
    <>
      <h3>Accounts</h3>
      {accounts.map(({ accountCode, region, entityId, assertionConsumerServiceUrl, signOnUrl }) => (
        <section key={accountCode} class="account" aria-label={`Account ${accountCode}`}>
          <h4>
            {accountCode}, region {region}
          </h4>
          <Fields
            fields={[
              { name: 'Identifier (Entity ID)', value: entityId },
              { name: 'Reply URL (Assertion Consumer Service URL)', value: assertionConsumerServiceUrl },
            ]}
          />
          <p>
            <a href={signOnUrl}>Sign on</a>,{' '}
            <a href={`/setup/authentication-profile?account=${accountCode}`}>edit its Authentication Profile</a>
          </p>
        </section>
      ))}
    </>
  );
}
