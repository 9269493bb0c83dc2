import type { Certificate } from '../../../saml/parties.js';
import type { AuthenticationProfileFacts } from '../../inspector/deps.js';
import { CertificateFacts } from '../login/certificate-facts.js';
import { type Field, Fields } from './fields.js';
import { LastImportView } from './last-import-view.js';

interface AuthenticationProfileViewProps {
  readonly profile: AuthenticationProfileFacts;
  readonly certificates: readonly Certificate[];
  readonly now: Date;
}

/** The Mimecast side, with the labels of the Administration Console. */
export function AuthenticationProfileView({ profile, certificates, now }: AuthenticationProfileViewProps) {
  const texts: readonly (readonly [string, string | undefined])[] = [
    ['Description', profile.description],
    ['Provider', profile.provider],
    ['Metadata URL', profile.metadataUrl],
    ['Issuer URL', profile.issuerUrl],
    ['Login URL', profile.loginUrl],
    ['Logout URL', profile.logoutUrl],
  ];
  const fields: Field[] = texts.map(([name, value]) => (value ? { name, value } : { name, note: 'not set' }));
  return (
    <>
      <Fields fields={fields} />
      <p>
        <a href="/setup/authentication-profile">Edit the profile, or import metadata</a>
      </p>
      <PublishedCertificates certificates={certificates} now={now} />
      {profile.signingCertificates.length === 0 ? null : <CertificatesToPaste pems={profile.signingCertificates} />}
      {profile.lastImport ? (
        <LastImportView lastImport={profile.lastImport} isMonitored={profile.monitorMetadataUrl === true} />
      ) : null}
      <Options profile={profile} />
    </>
  );
}

function PublishedCertificates({ certificates, now }: Omit<AuthenticationProfileViewProps, 'profile'>) {
  return (
    <>
      <h3>Identity Provider Certificate</h3>
      {certificates.length === 0 ? (
        <p class="notice warn">
          None. Without one no signature can be judged: import the metadata of the Entra application.
        </p>
      ) : (
        certificates.map((certificate) => (
          <CertificateFacts
            key={certificate.thumbprintSha256}
            certificate={certificate}
            now={now}
            origin="Published"
            tone="good"
          />
        ))
      )}
    </>
  );
}

function CertificatesToPaste({ pems }: { readonly pems: readonly string[] }) {
  return (
    <details>
      <summary>The certificate as a text to paste</summary>
      <Fields
        fields={pems.map((pem, at) => ({
          name: `Identity Provider Certificate (Metadata)${at === 0 ? '' : `, ${at + 1}.`}`,
          value: pem.replace(/-----[A-Z ]+-----|\s/g, ''),
          note: 'base-64 without the BEGIN and END lines, as Microsoft’s older guides have it',
        }))}
      />
    </details>
  );
}

function Options({ profile }: Pick<AuthenticationProfileViewProps, 'profile'>) {
  return (
    <>
      <h3>Options</h3>
      <ul class="switches">
        <Switch label="Enforce SAML Authentication for Mimecast" isOn={profile.enforceSamlForMimecast} />
        <Switch
          label="Enforce SAML Authentication for Administration Console"
          isOn={profile.enforceSamlForAdministrationConsole}
        />
        <Switch label="Allow Single Sign On (IdP-initiated logins)" isOn={profile.allowSingleSignOn} />
        <Switch label="Monitor Metadata URL" isOn={profile.monitorMetadataUrl} />
        <Switch label="Use Password Protected Context" isOn={profile.usePasswordProtectedContext} />
        <Switch label="Use Integrated Authentication Context" isOn={profile.useIntegratedAuthenticationContext} />
      </ul>
    </>
  );
}

function Switch({ label, isOn }: { readonly label: string; readonly isOn: boolean | undefined }) {
  return (
    <li>
      <strong>{isOn ? 'On' : 'Off'}</strong> {label}
    </li>
  );
}
