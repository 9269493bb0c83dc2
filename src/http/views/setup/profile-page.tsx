import type { Account } from '../../../sp/account.js';
import type { AuthenticationProfile } from '../../../sp/authentication-profile.js';
import { Layout, type SiteFacts } from '../layout.js';
import { LastImportView } from './last-import-view.js';

/** Seen in public guides; Mimecast's full list is not known. */
const PROVIDERS = ['Microsoft Entra ID', 'Azure Active Directory', 'Okta', 'Other'];

export interface ProfilePageProps {
  readonly site: SiteFacts;
  readonly profile: AuthenticationProfile;
  readonly account: Account;
  /** Further accounts in this harness, each with a profile of its own. */
  readonly others: readonly Account[];
  readonly problem?: string;
}

/** The Authentication Profile as a form, in the order and with the labels of the tutorial. */
export function ProfilePage({ site, profile, account, others, problem }: ProfilePageProps) {
  return (
    <Layout title="Authentication Profile" site={site} section="setup" stylesheets={['setup.css']} width="narrow">
      <p class="place-path">Administration › Services › Applications › Authentication Profiles</p>
      <h1>Authentication Profile</h1>
      {others.length === 0 ? null : <WhoseProfile account={account} others={others} />}
      {problem === undefined ? null : (
        <p class="notice bad" role="alert">
          {problem}
        </p>
      )}
      <ImportForm profile={profile} />
      <ProfileForm profile={profile} />
      {profile.lastImport ? (
        <LastImportView lastImport={profile.lastImport} isMonitored={profile.monitorMetadataUrl} />
      ) : null}
    </Layout>
  );
}

function WhoseProfile({ account, others }: Pick<ProfilePageProps, 'account' | 'others'>) {
  return (
    <p>
      Of account <strong>{account.accountCode}</strong>, region {account.region}. Others:{' '}
      {others.map(({ accountCode }, at) => (
        <>
          {at === 0 ? '' : ', '}
          <a href={`/setup/authentication-profile?account=${accountCode}`}>{accountCode}</a>
        </>
      ))}
    </p>
  );
}

interface OfProfile {
  readonly profile: AuthenticationProfile;
}

/** Import fills the other fields by itself. */
function ImportForm({ profile }: OfProfile) {
  return (
    <form method="post" enctype="multipart/form-data" class="setup-form" aria-label="Import">
      <Text name="metadataUrl" label="Metadata URL" value={profile.metadataUrl} type="url" />
      <label>
        Or the metadata file (Federation Metadata XML)
        <input type="file" name="metadataFile" accept=".xml,application/xml,text/xml,application/samlmetadata+xml" />
      </label>
      <details>
        <summary>Or paste the metadata</summary>
        <label>
          Metadata (XML)
          <textarea name="metadataXml" rows={4} spellcheck={false} />
        </label>
      </details>
      <p>
        <button type="submit" name="import" value="import">
          Import
        </button>{' '}
        <span class="quiet small">
          fills Issuer, Login URL, Logout URL and certificate by itself; a file or pasted text goes before the URL
        </span>
      </p>
    </form>
  );
}

function ProfileForm({ profile }: OfProfile) {
  return (
    <form method="post" class="setup-form" aria-label="Authentication Profile">
      <Text name="description" label="Description" value={profile.description} />
      <Box
        name="enforceSamlForMimecast"
        label="Enforce SAML Authentication for Mimecast"
        isOn={profile.enforceSamlForMimecast}
      />
      <Box
        name="enforceSamlForAdministrationConsole"
        label="Enforce SAML Authentication for Administration Console"
        isOn={profile.enforceSamlForAdministrationConsole}
      />
      <Provider provider={profile.provider} />
      <input type="hidden" name="metadataUrl" value={profile.metadataUrl ?? ''} />
      <Box name="monitorMetadataUrl" label="Monitor Metadata URL" isOn={profile.monitorMetadataUrl} />
      <Text name="issuer" label="Issuer" value={profile.issuer} />
      <Text name="loginUrl" label="Login URL" value={profile.loginUrl} type="url" />
      <Text name="logoutUrl" label="Logout URL" value={profile.logoutUrl} type="url" />
      <label>
        Identity Provider Certificate (Metadata)
        <textarea name="identityProviderCertificates" rows={6} spellcheck={false} class="mono small">
          {profile.identityProviderCertificates.join('\n')}
        </textarea>
      </label>
      <SignOnBoxes profile={profile} />
      <button type="submit">Save</button> <a href="/setup">Cancel</a>
    </form>
  );
}

function Provider({ provider: chosen }: { readonly provider: string }) {
  return (
    <label>
      Provider
      <select name="provider">
        {[...new Set([chosen, ...PROVIDERS])].map((provider) => (
          <option key={provider} selected={provider === chosen}>
            {provider}
          </option>
        ))}
      </select>
    </label>
  );
}

function SignOnBoxes({ profile }: OfProfile) {
  return (
    <>
      <Box
        name="allowSingleSignOn"
        label="Allow Single Sign On"
        isOn={profile.allowSingleSignOn}
        note="IdP-initiated logins: My Apps, Test this application"
      />
      <Box
        name="usePasswordProtectedContext"
        label="Use Password Protected Context"
        isOn={profile.usePasswordProtectedContext}
        note="asks for PasswordProtectedTransport (inferred); Entra answers AADSTS75011 when the session was made another way"
      />
      <Box
        name="useIntegratedAuthenticationContext"
        label="Use Integrated Authentication Context"
        isOn={profile.useIntegratedAuthenticationContext}
        note="asks for Windows authentication (inferred); Entra answers AADSTS75011 for everybody else"
      />
    </>
  );
}

interface TextProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly type?: 'text' | 'url';
}

function Text({ name, label, value = '', type = 'text' }: TextProps) {
  return (
    <label>
      {label}
      <input type={type} name={name} value={value} />
    </label>
  );
}

function Box({
  name,
  label,
  isOn,
  note,
}: {
  readonly name: string;
  readonly label: string;
  readonly isOn: boolean;
  readonly note?: string;
}) {
  return (
    <label>
      <input type="checkbox" name={name} value="on" checked={isOn} /> {label}
      {note === undefined ? null : <span class="quiet small"> ({note})</span>}
    </label>
  );
}
