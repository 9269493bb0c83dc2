import type { Application } from '../../../../entra/application.js';
import { claimName } from '../../../../entra/claim-rule.js';
import type { SigningCertificate } from '../../../../entra/signing-certificates.js';
import { CopyButton } from '../../../views/copy-button.js';
import { expiration } from './expiration.js';
import { Facts } from './sso-card.js';

/** Step 1: the addresses, and which of them are missing. */
export function BasicSummary({ application }: { readonly application: Application }) {
  return (
    <Facts
      rows={[
        ['Identifier (Entity ID)', application.identifiers],
        ['Reply URL (Assertion Consumer Service URL)', application.replyUrls],
        ['Sign on URL', application.signOnUrl ?? 'Optional'],
        ['Relay State (Optional)', application.relayState ?? 'Optional'],
        ['Logout Url (Optional)', application.logoutUrl ?? 'Optional'],
      ]}
    />
  );
}

/** Step 2: each claim and where its value comes from. */
export function ClaimsSummary({ application }: { readonly application: Application }) {
  const { claims, nameId, groupClaim } = application;
  const groups = groupClaim ? [['groups', `user.groups [${groupClaim.groups}]`] as const] : [];
  const rows = claims.map((rule) => [claimName(rule).split('/').at(-1) ?? rule.name, rule.source] as const);
  return <Facts rows={[...rows, ...groups, ['Unique User Identifier', `${nameId.source} (${nameId.format})`]]} />;
}

/** Step 3: the active certificate, and what the service provider's administrator copies. */
export function CertificateSummary({
  application,
  certificates,
  metadataUrl,
}: {
  readonly application: Application;
  readonly certificates: readonly SigningCertificate[];
  readonly metadataUrl: string;
}) {
  const active = certificates.find(({ isActive }) => isActive)?.certificate;
  return (
    <>
      <h3>Token signing certificate</h3>
      <Facts
        rows={[
          ['Status', active ? 'Active' : 'No active certificate'],
          ['Thumbprint', active?.thumbprintSha1 ?? '–'],
          ['Expiration', active ? expiration(active) : '–'],
          ['Signing Option', application.signingOption],
          ['Signing Algorithm', application.signingAlgorithm],
        ]}
      />
      <CopyLine label="App Federation Metadata Url" value={metadataUrl} />
      <p class="downloads">
        <a href="/application/certificate.cer">Certificate (Base64)</a>
        <a href="/application/certificate.der.cer">Certificate (Raw)</a>
        <a href="/application/federation-metadata.xml" download>
          Federation Metadata XML
        </a>
      </p>
      <VerificationSummary application={application} />
    </>
  );
}

function VerificationSummary({ application }: { readonly application: Application }) {
  return (
    <>
      <h3>Verification certificates (optional)</h3>
      <Facts
        rows={[
          ['Required', application.requireVerificationCertificates ? 'Yes' : 'No'],
          ['Certificates', String(application.verificationCertificates.length)],
          ['Token encryption', application.tokenEncryptionCertificate === undefined ? 'Off' : 'On'],
        ]}
      />
    </>
  );
}

/** Step 4: the three addresses for a service provider without metadata import. */
export function SetUpSummary(props: { readonly name: string; readonly loginUrl: string; readonly issuer: string }) {
  const { name, loginUrl, issuer } = props;
  return (
    <>
      <p>You’ll need to configure {name} to link with Microsoft Entra ID.</p>
      <CopyLine label="Login URL" value={loginUrl} />
      <CopyLine label="Microsoft Entra Identifier" value={issuer} />
      <CopyLine label="Logout URL" value={loginUrl} />
    </>
  );
}

/** Step 5. Not possible while signed requests are required, because the portal's own request is not signed. */
export function TestCard({ application }: { readonly application: Application }) {
  const { name, requireVerificationCertificates } = application;
  return (
    <>
      <p>
        Test to see if single sign-on is working. Users will need to be added to Users and groups before they can sign
        in.
      </p>
      {requireVerificationCertificates ? (
        <p class="missing">
          Test is not possible while verification certificates are required: its request is not signed.
        </p>
      ) : (
        <a href="/launch" class="test-button">
          Test this application
        </a>
      )}
      <p>
        <small>
          Test sends {name} a response it did not ask for, unless a Sign on URL is set; then it opens that address.
        </small>
      </p>
    </>
  );
}

function CopyLine({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div class="copy-line">
      <span class="copy-label">{label}</span>
      <bdi class="mono">{value}</bdi>
      <CopyButton what={label} value={value} />
    </div>
  );
}
