import type { AccountFacts } from '../../inspector/deps.js';
import { Value } from '../text.js';

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
          <ul>
            {accounts.map(({ accountCode, region, entityId, assertionConsumerServiceUrl, signOnUrl }) => (
              <li key={accountCode}>
                <strong>{accountCode}</strong>, region {region}: Identifier{' '}
                <span class="mono">
                  <Value value={entityId} />
                </span>
                , Reply URL{' '}
                <span class="mono">
                  <Value value={assertionConsumerServiceUrl} />
                </span>
                . <a href={signOnUrl}>Sign on</a>,{' '}
                <a href={`/setup/authentication-profile?account=${accountCode}`}>edit its Authentication Profile</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
