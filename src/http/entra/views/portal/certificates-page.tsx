import type { Application } from '../../../../entra/application.js';
import { SIGNING_ALGORITHMS, SIGNING_OPTIONS } from '../../../../entra/application.js';
import type { SigningCertificate } from '../../../../entra/signing-certificates.js';
import { expiration } from './expiration.js';
import { CheckField, SelectField, TextAreaField, TextField } from './fields.js';
import { PortalFrame } from './portal-frame.js';
import { TableHead } from './table-head.js';

interface CertificatesProps {
  readonly application: Application;
  readonly certificates: readonly SigningCertificate[];
  readonly now: Date;
  readonly problem?: string;
}

/** "SAML Certificates": signing certificates and options, verification certificates, token encryption. */
export function CertificatesPage({ application, certificates, now, problem }: CertificatesProps) {
  return (
    <PortalFrame
      title="SAML Certificates"
      trail={`Enterprise applications › ${application.name} › Single sign-on`}
      problem={problem}
    >
      <SigningCertificates certificates={certificates} now={now} />
      <SigningForm application={application} />
    </PortalFrame>
  );
}

function SigningCertificates({ certificates, now }: Pick<CertificatesProps, 'certificates' | 'now'>) {
  return (
    <section class="portal-form">
      <h2>Token signing certificate</h2>
      <p>
        All of them are published in the federation metadata, inactive ones too. When the active one has expired and
        another is valid, that one signs, without telling anybody.
      </p>
      <table>
        <TableHead columns={['Status', 'Expiration Date', 'Thumbprint', 'Actions']} />
        <tbody>
          {certificates.map((row) => (
            <CertificateRow key={row.name} row={row} now={now} />
          ))}
        </tbody>
      </table>
      <form method="post">
        <TextField
          name="notAfter"
          label="New certificate, expires (UTC; empty: three years from now)"
          type="datetime-local"
          help="A date in the past lets an expired certificate be rehearsed."
        />
        <button type="submit" name="do" value="create" class="secondary outline">
          New Certificate
        </button>
      </form>
    </section>
  );
}

function SigningForm({ application }: Pick<CertificatesProps, 'application'>) {
  return (
    <form method="post" class="portal-form">
      <div class="field-row">
        <SelectField
          name="signingOption"
          label="Signing Option"
          value={application.signingOption}
          options={SIGNING_OPTIONS}
        />
        <SelectField
          name="signingAlgorithm"
          label="Signing Algorithm"
          value={application.signingAlgorithm}
          options={SIGNING_ALGORITHMS}
        />
      </div>
      <VerificationFields application={application} />
      <h2>Token encryption</h2>
      <TextAreaField
        name="tokenEncryptionCertificate"
        label="Encryption certificate of the service provider, PEM; empty: off"
        value={application.tokenEncryptionCertificate}
        help="AES-256 is documented; the other algorithms are inferred, since no encrypted response of Entra’s is known."
      />
      <button type="submit" name="do" value="save">
        Save
      </button>{' '}
      <a href="/">Cancel</a>
    </form>
  );
}

function VerificationFields({ application }: Pick<CertificatesProps, 'application'>) {
  return (
    <>
      <h2>Verification certificates</h2>
      <CheckField
        name="requireVerificationCertificates"
        label="Require verification certificates"
        checked={application.requireVerificationCertificates}
        help="Requests have to be signed then; Test and My Apps no longer work."
      />
      <CheckField name="allowRsaSha1" label="Allow requests signed with RSA-SHA1" checked={application.allowRsaSha1} />
      <TextAreaField
        name="verificationCertificates"
        label="Verification certificates, PEM, one after the other"
        value={application.verificationCertificates.join('\n')}
      />
    </>
  );
}

function CertificateRow({ row, now }: { readonly row: SigningCertificate; readonly now: Date }) {
  const { certificate, isActive } = row;
  const isExpired = certificate.notAfter <= now;
  return (
    <tr>
      <td>
        {isActive ? 'Active' : 'Inactive'}
        {isExpired ? ', expired' : ''}
      </td>
      <td>{expiration(certificate)}</td>
      <td class="mono">{certificate.thumbprintSha1}</td>
      <td>
        <form method="post" class="row-actions">
          <input type="hidden" name="thumbprint" value={certificate.thumbprintSha1} />
          {isActive ? (
            <button type="submit" name="do" value="deactivate" class="secondary outline">
              Make inactive
            </button>
          ) : (
            <>
              <button type="submit" name="do" value="activate" class="secondary outline">
                Make certificate active
              </button>
              <button type="submit" name="do" value="remove" class="secondary outline">
                Delete Certificate
              </button>
            </>
          )}
        </form>
      </td>
    </tr>
  );
}
