import type { Application } from '../../../../entra/application.js';
import { warningOfIdentifier } from '../../../../entra/configure.js';
import { patternOf, REGION_PATTERNS } from '../../../../entra/region-pattern.js';
import { TextField } from './fields.js';
import { PortalFrame } from './portal-frame.js';
import { TableHead } from './table-head.js';

/** "Basic SAML Configuration", in the order of the portal; the gallery's regional patterns are offered as one types. */
export function BasicPage({ application, problem }: { readonly application: Application; readonly problem?: string }) {
  const { name, identifiers, replyUrls } = application;
  return (
    <PortalFrame
      title="Basic SAML Configuration"
      trail={`Enterprise applications › ${name} › Single sign-on`}
      problem={problem}
    >
      <form method="post" class="portal-form">
        <Identifiers identifiers={identifiers} />
        <ReplyUrls replyUrls={replyUrls} />
        <OptionalAddresses application={application} />
        <button type="submit">Save</button> <a href="/">Cancel</a>
      </form>
    </PortalFrame>
  );
}

function Identifiers({ identifiers }: Pick<Application, 'identifiers'>) {
  return (
    <fieldset>
      <legend>Identifier (Entity ID) *</legend>
      <p>
        The unique ID that identifies your application to Microsoft Entra ID. The first one is the default, the audience
        when the IdP starts. Clear a row to delete it.
      </p>
      {[...identifiers, ''].map((value, index) => (
        <div key={value}>
          <TextField
            name="identifier"
            label={value === '' ? 'Add identifier' : `Identifier ${index + 1}`}
            value={value}
            suggestions="identifiers"
          />
          <IdentifierNote identifier={value} />
        </div>
      ))}
      <Patterns id="identifiers" what="identifier" />
    </fieldset>
  );
}

function ReplyUrls({ replyUrls }: Pick<Application, 'replyUrls'>) {
  return (
    <fieldset>
      <legend>Reply URL (Assertion Consumer Service URL) *</legend>
      <p>
        Where the application expects the response. The first one is the default. It begins with https://, except on
        localhost.
      </p>
      {[...replyUrls, ''].map((value, index) => (
        <TextField
          key={value}
          name="replyUrl"
          label={value === '' ? 'Add reply URL' : `Reply URL ${index + 1}`}
          value={value}
          suggestions="reply-urls"
        />
      ))}
      <Patterns id="reply-urls" what="replyUrl" />
    </fieldset>
  );
}

function OptionalAddresses({
  application: { signOnUrl, relayState, logoutUrl },
}: {
  readonly application: Application;
}) {
  return (
    <>
      <TextField
        name="signOnUrl"
        label="Sign on URL (Optional)"
        value={signOnUrl}
        suggestions="reply-urls"
        help="With it, My Apps and Test open this address and the service provider starts the login (SP initiated). Left empty, they are IDP initiated."
      />
      <TextField
        name="relayState"
        label="Relay State (Optional)"
        value={relayState}
        help="Goes along when the IdP starts."
      />
      <TextField name="logoutUrl" label="Logout Url (Optional)" value={logoutUrl} />
    </>
  );
}

function IdentifierNote({ identifier }: { readonly identifier: string }) {
  if (identifier === '') return null;
  const warning = warningOfIdentifier(identifier);
  if (warning !== undefined) return <p class="missing">{warning}</p>;
  const pattern = patternOf(identifier);
  return pattern ? <p class="note">Pattern of the gallery: {pattern.region}</p> : null;
}

/** As in the gallery: what to type for which region, offered while one types as well. */
function Patterns({ id, what }: { readonly id: string; readonly what: 'identifier' | 'replyUrl' }) {
  return (
    <details class="patterns">
      <summary>Patterns</summary>
      <table>
        <TableHead columns={['Region', 'Value']} />
        <tbody>
          {REGION_PATTERNS.map((pattern) => (
            <tr key={pattern.region}>
              <td>{pattern.region}</td>
              <td>
                <code>{pattern[what]}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <datalist id={id}>
        {REGION_PATTERNS.map((pattern) => (
          <option key={pattern.region} value={pattern[what]} />
        ))}
      </datalist>
    </details>
  );
}
