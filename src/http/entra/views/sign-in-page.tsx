import type { Fault } from '../../../entra/fault.js';
import type { EntraUser } from '../../../entra/user.js';
import type { Carried } from '../incoming.js';
import { EntraFrame } from './frame.js';
import { LoginExtrasFields } from './login-extras.js';

interface SignInProps {
  readonly action: string;
  readonly applicationName: string;
  readonly users: readonly EntraUser[];
  readonly faults: readonly Fault[];
  readonly carried: Carried;
  /** Lower-case names of those who are signed in in this browser. */
  readonly signedIn: readonly string[];
  readonly loginHint?: string;
}

/** "Pick an account": every user of the tenant, one click each, or a name typed in. */
export function SignInPage({ action, applicationName, users, faults, carried, signedIn, loginHint }: SignInProps) {
  const isSignedIn = (user: EntraUser) => signedIn.includes(user.userPrincipalName.toLowerCase());
  const isHinted = (user: EntraUser) => user.userPrincipalName.toLowerCase() === loginHint?.toLowerCase();
  const rank = (user: EntraUser) => (isHinted(user) ? 0 : isSignedIn(user) ? 1 : 2);
  const sorted = [...users].sort((a, b) => rank(a) - rank(b));
  const typed = loginHint !== undefined && !users.some(isHinted) ? { value: loginHint } : {};
  return (
    <EntraFrame title="Sign in to your account">
      <form method="post" action={action} class="entra-card sign-in">
        <CarriedFields carried={carried} />
        <h1>Pick an account</h1>
        <p>
          to continue to <strong>{applicationName}</strong>
        </p>
        <ul class="accounts">
          {sorted.map((user) => (
            <li key={user.id}>
              <AccountButton user={user} isSignedIn={isSignedIn(user)} />
            </li>
          ))}
        </ul>
        <label for="other">Use another account</label>
        <div class="other-account">
          <input
            id="other"
            type="text"
            name="other"
            autocomplete="username"
            placeholder="someone@contoso.com"
            {...typed}
          />
          <button type="submit">Next</button>
        </div>
        <LoginExtrasFields faults={faults} />
      </form>
    </EntraFrame>
  );
}

function AccountButton({ user, isSignedIn }: { readonly user: EntraUser; readonly isSignedIn: boolean }) {
  return (
    <button type="submit" name="user" value={user.userPrincipalName} class="account">
      <span class="account-initials" aria-hidden="true">
        {initialsOf(user)}
      </span>
      <span class="account-words">
        <span class="account-name">{user.displayName}</span>
        <span class="account-upn">{user.userPrincipalName}</span>
        {isSignedIn ? <span class="account-note">Signed in</span> : null}
        {user.persona ? <span class="account-note">{user.persona}</span> : null}
      </span>
    </button>
  );
}

function initialsOf({ displayName }: EntraUser): string {
  const words = displayName.split(/\s+/).filter((word) => word !== '');
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '').join('');
}

function CarriedFields({ carried }: { readonly carried: Carried }) {
  const target = carried.target === undefined ? null : <input type="hidden" name="target" value={carried.target} />;
  if (carried.binding === 'HTTP-Redirect') {
    return (
      <>
        <input type="hidden" name="query" value={carried.query} />
        {target}
      </>
    );
  }
  const { samlRequest, relayState } = carried;
  return (
    <>
      <input type="hidden" name="SAMLRequest" value={samlRequest} />
      {relayState === undefined ? null : <input type="hidden" name="RelayState" value={relayState} />}
      {target}
    </>
  );
}
