import type { Certificate } from '../../../saml/parties.js';
import type { Account } from '../../../sp/account.js';
import type { SetupFacts } from '../../inspector/deps.js';
import { Layout, type SiteFacts } from '../layout.js';
import { AccountsView, AccountWarnings } from './accounts-view.js';
import { ApplicationsView } from './applications-view.js';
import { AuthenticationProfileView } from './authentication-profile-view.js';
import { type Field, Fields } from './fields.js';
import { InternalDirectory } from './internal-directory.js';
import { TutorialSteps } from './tutorial-steps.js';

export interface SetupPageProps {
  readonly site: SiteFacts;
  readonly setup: SetupFacts;
  readonly certificates: readonly Certificate[];
  readonly now: Date;
  /** The account's identifiers at the vendor, when the harness plays under its own names. */
  readonly production?: Account;
}

/** `GET /setup`: what to enter in Entra, the authentication profile, the internal directory. */
export function SetupPage({ site, setup, certificates, now, production }: SetupPageProps) {
  return (
    <Layout title="Setup" site={site} section="setup" scripts={['copy']} stylesheets={['setup.css', 'login.css']}>
      <h1>Setup</h1>
      <div class="setup-columns">
        <section aria-labelledby="entra-head">
          <h2 id="entra-head">What to enter in Entra</h2>
          <p class="place-path">
            Enterprise applications › (the app) › Single sign-on › SAML › Basic SAML Configuration
          </p>
          <AccountWarnings accounts={setup.accounts ?? []} />
          <Fields fields={entraFields(setup)} />
          <p class="quiet small">
            Or upload the <a href={setup.serviceProvider.metadataUrl}>service provider's metadata</a> with{' '}
            <strong>Upload metadata file</strong>.
          </p>
          <p class="quiet small">
            To rehearse encrypted assertions, upload the{' '}
            <a href="/setup/encryption-certificate">encryption certificate</a> under <strong>Token encryption</strong>.
            No such certificate of Mimecast's is documented.
          </p>
          <ApplicationsView applications={setup.applications ?? []} />
          {production ? <Production production={production} /> : null}
          <AccountsView accounts={setup.accounts ?? []} />
        </section>
        <section aria-labelledby="profile-head">
          <h2 id="profile-head">Authentication Profile</h2>
          <p class="place-path">Administration › Services › Applications › Authentication Profiles</p>
          <AuthenticationProfileView profile={setup.authenticationProfile} certificates={certificates} now={now} />
          <InternalDirectory directory={setup.directory} />
        </section>
      </div>
      <TutorialSteps steps={setup.steps ?? []} {...(several(setup) && { accountCode: site.accountCode })} />
    </Layout>
  );
}

const several = ({ accounts = [] }: SetupFacts): boolean => accounts.length > 1;

function entraFields({ serviceProvider }: SetupFacts): Field[] {
  return [
    { name: 'Identifier (Entity ID)', value: serviceProvider.entityId },
    { name: 'Reply URL (Assertion Consumer Service URL)', value: serviceProvider.assertionConsumerServiceUrl },
    {
      name: 'Sign on URL (Optional)',
      value: serviceProvider.signOnUrl,
      note: 'Set: the My Apps tile opens this page, the login is SP-initiated. Empty: the tile is IdP-initiated.',
    },
    { name: 'Relay State (Optional)', note: 'leave empty' },
    ...(serviceProvider.logoutUrl ? [{ name: 'Logout Url (Optional)', value: serviceProvider.logoutUrl }] : []),
  ];
}

function Production({ production }: { readonly production: Account }) {
  return (
    <details class="production">
      <summary>At Mimecast itself the same account has other values</summary>
      <Fields
        fields={[
          { name: 'Identifier (Entity ID)', value: production.entityId },
          { name: 'Reply URL (Assertion Consumer Service URL)', value: production.assertionConsumerServiceUrl },
        ]}
      />
      <p class="quiet small">To rehearse with exactly these, start with --verbatim.</p>
    </details>
  );
}
