import type { AccountFacts } from '../../inspector/deps.js';
import { Value } from '../text.js';
import { Fields } from './fields.js';

/** The accounts that are rehearsed, where there are several, and what is odd about code and region of any. */
export function AccountsView({ accounts }: { readonly accounts: readonly AccountFacts[] }) {
  const warnings = accounts.flatMap((account) => account.warnings);
  return (
    <>
      {warnings.map((warning) => (
        <p key={warning} class="notice warn">
          <Value value={warning} />
        </p>
      ))}
      {accounts.length < 2 ? null : (
        <>
          <h3>Accounts</h3>
          {accounts.map(({ accountCode, region, entityId, assertionConsumerServiceUrl, signOnUrl }) => (
            <section key={accountCode} aria-label={`Account ${accountCode}`}>
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
      )}
    </>
  );
}
