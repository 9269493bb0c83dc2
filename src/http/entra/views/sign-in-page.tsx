import type { EntraUser } from '../../../entra/user.js';
import type { Carried } from '../incoming.js';
import { EntraFrame } from './frame.js';

interface SignInProps {
  readonly action: string;
  readonly applicationName: string;
  readonly users: readonly EntraUser[];
  readonly carried: Carried;
  readonly loginHint?: string;
}

/** "Pick an account": every user of the tenant, one click each, or a name typed in. */
export function SignInPage({ action, applicationName, users, carried, loginHint }: SignInProps) {
  const hinted = users.filter(({ userPrincipalName }) => userPrincipalName.toLowerCase() === loginHint?.toLowerCase());
  const others = users.filter((user) => !hinted.includes(user));
  return (
    <EntraFrame title="Sign in to your account">
      <form method="post" action={action} class="entra-card">
        <CarriedFields carried={carried} />
        <h1>Pick an account</h1>
        <p>
          to continue to <strong>{applicationName}</strong>
        </p>
        <ul class="accounts">
          {[...hinted, ...others].map((user) => (
            <li key={user.id}>
              <button type="submit" name="user" value={user.userPrincipalName} class="account">
                <span class="account-name">{user.displayName}</span>
                <span class="account-upn">{user.userPrincipalName}</span>
                {user.persona ? <span class="account-persona">{user.persona}</span> : null}
              </button>
            </li>
          ))}
        </ul>
        <label>
          Use another account
          <input
            type="text"
            name="other"
            autocomplete="username"
            placeholder="someone@contoso.com"
            {...(loginHint !== undefined && hinted.length === 0 ? { value: loginHint } : {})}
          />
        </label>
        <button type="submit" class="secondary">
          Next
        </button>
      </form>
    </EntraFrame>
  );
}

function CarriedFields({ carried }: { readonly carried: Carried }) {
  if (carried.binding === 'HTTP-Redirect') return <input type="hidden" name="query" value={carried.query} />;
  const { samlRequest, relayState } = carried;
  return (
    <>
      <input type="hidden" name="SAMLRequest" value={samlRequest} />
      {relayState === undefined ? null : <input type="hidden" name="RelayState" value={relayState} />}
    </>
  );
}
