import { Layout } from '../views/layout.js';
import type { SignedIn } from './session.js';

/** The sign-on page of the mimicked service provider: an email address, and on to the IdP. */
export function SignOnPage({
  relayState,
  accountCode,
  problem,
  email,
}: {
  relayState?: string;
  accountCode?: string;
  problem?: string;
  email?: string;
}) {
  return (
    <Layout title="Log on" width="narrow">
      <h1>Log on</h1>
      <p>
        This page stands in for Mimecast’s sign-on page. Your organization’s identity provider asks for the password.
      </p>
      {problem ? <p role="alert">{problem}</p> : null}
      <form method="get" action="/login/saml">
        <label>
          Email address
          <input
            type="email"
            name="email"
            required
            autocomplete="username"
            {...(email ? { value: email } : { autofocus: true })}
          />
        </label>
        {relayState === undefined ? null : <input type="hidden" name="RelayState" value={relayState} />}
        {accountCode === undefined ? null : <input type="hidden" name="account" value={accountCode} />}
        <button type="submit">Next</button>
      </form>
    </Layout>
  );
}

/** The AuthnRequest on its way by HTTP-POST; goes on by itself, or by its button where scripts do not run. */
export function PostRequestPage({
  destination,
  samlRequest,
  relayState,
}: {
  destination: string;
  samlRequest: string;
  relayState?: string;
}) {
  return (
    <Layout title="Going to your identity provider" width="narrow" scripts={['auto-submit']}>
      <h1>Going to your identity provider</h1>
      <form method="post" action={destination} data-auto-submit>
        <input type="hidden" name="SAMLRequest" value={samlRequest} />
        {relayState === undefined ? null : <input type="hidden" name="RelayState" value={relayState} />}
        <p>If nothing happens, press Continue.</p>
        <button type="submit">Continue</button>
      </form>
    </Layout>
  );
}

/** What an outsider may see of a refused login; the reason is in the inspector. That nothing is imported yet is no secret. */
export function RefusedPage({
  loginId,
  inspectorUrl,
  importUrl,
}: {
  loginId: string;
  inspectorUrl: string;
  /** Set when no certificate of the identity provider is known. */
  importUrl?: string;
}) {
  return (
    <Layout title="Login refused" width="narrow">
      <h1>Sorry, this login was refused</h1>
      {importUrl === undefined ? null : (
        <p class="notice warn">
          This rehearsal knows no certificate of the identity provider yet, so it can accept no login at all.{' '}
          <a href={importUrl}>Import the identity provider’s metadata</a>, then try again.
        </p>
      )}
      <p>The identity provider’s answer could not be accepted. Your administrator can see why:</p>
      <p>
        <a href={`${inspectorUrl}/logins/${loginId}`}>See what is wrong with login {loginId}</a>
      </p>
      <p>
        <a href="/login/saml">Try again</a>
      </p>
    </Layout>
  );
}

/** Where an accepted login lands: the portal, or the console for administrators. */
export function AccountHomePage({
  user,
  place,
  inspectorUrl,
}: {
  user: SignedIn;
  place: 'portal' | 'console';
  inspectorUrl: string;
}) {
  const title = place === 'console' ? 'Administration Console' : 'Personal Portal';
  return (
    <Layout title={title} width="narrow">
      <h1>{title}</h1>
      <p role="status">
        Signed in as <strong>{user.globalName || user.email}</strong> (<bdi>{user.email}</bdi>)
      </p>
      <dl>
        <dt>Account</dt>
        <dd>{user.accountCode}</dd>
        <dt>Roles</dt>
        <dd>{user.roles.length > 0 ? user.roles.join(', ') : 'none'}</dd>
      </dl>
      <p>
        This is where Mimecast would open your {place === 'console' ? 'console' : 'mail'}. The rehearsal ends here:{' '}
        <a href={`${inspectorUrl}/logins/${user.loginId}`}>look into this login</a>.
      </p>
      <p>
        <a href="/logout">Log out</a>
      </p>
    </Layout>
  );
}

export const NOTHING_HERE = { title: 'Nothing here', sentences: ['There is no page at this address.'] };

/** A sentence or two, for everything that is neither. */
export function NoticePage({
  title,
  sentences,
  link,
}: {
  title: string;
  sentences: readonly string[];
  link?: { readonly url: string; readonly text: string };
}) {
  return (
    <Layout title={title} width="narrow">
      <h1>{title}</h1>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {link === undefined ? null : (
        <p>
          <a href={link.url}>{link.text}</a>
        </p>
      )}
    </Layout>
  );
}
