import { lastSegment } from '../../../diagnosis/show.js';
import type { AnsweredLogin } from '../../../logins/login.js';
import { ENTRA_CLAIM } from '../../../saml/names.js';
import { CopyButton } from '../copy-button.js';
import { mixesLookAlikes } from '../invisible.js';
import { Text, Uri, Value } from '../text.js';
import { ContractView } from './contract.js';

/** More values than this are folded. */
const MAX_OPEN = 12;

/** Whether somebody vouches for what follows. Said at every place that shows identity or claims. */
function Provenance({ login }: { readonly login: AnsweredLogin }) {
  if (login.verified) {
    return <p class="provenance">Read from the bytes under a valid signature of a published certificate.</p>;
  }
  return (
    <p class="provenance unvouched">
      <strong>Unverified.</strong> Shown as the message has it; no valid signature of a published certificate covers it.
    </p>
  );
}

/** The subject: NameID, its format, and the address it was matched with. */
export function Identity({ login }: { readonly login: AnsweredLogin }) {
  const subject = login.assertion?.subject;
  return (
    <section id="identity" aria-labelledby="identity-head">
      <h2 id="identity-head">NameID</h2>
      {subject?.nameId === undefined ? (
        <p class="quiet">No NameID could be read.</p>
      ) : (
        <>
          <Provenance login={login} />
          <dl class="facts">
            <dt>NameID</dt>
            <dd class="with-copy">
              <Value value={subject.nameId} /> <CopyButton what="NameID" value={subject.nameId} />
            </dd>
            {mixesLookAlikes(subject.nameId) ? (
              <dd class="hint">This value mixes Latin letters with letters of another script that look like them.</dd>
            ) : null}
            <dt>Format</dt>
            <dd>
              {subject.nameIdFormat === undefined ? (
                <span class="quiet">not given</span>
              ) : (
                <>
                  <strong>{<Text value={lastSegment(subject.nameIdFormat)} max={120} />}</strong>{' '}
                  <span class="mono small quiet">
                    <Text value={subject.nameIdFormat} max={300} />
                  </span>
                </>
              )}
            </dd>
            <dt>Internal directory</dt>
            <dd>{matched(login)}</dd>
          </dl>
        </>
      )}
    </section>
  );
}

function matched(login: AnsweredLogin) {
  const { user } = login;
  if (!user) return <span class="quiet">no address was matched</span>;
  const more = [user.globalName, ...user.roles].filter((word) => word !== '').join(', ');
  return (
    <>
      <Text value={user.email} max={254} />{' '}
      {more === '' ? null : (
        <span class="quiet">
          (<Text value={more} max={300} />)
        </span>
      )}
    </>
  );
}

/** Every attribute of the assertion: short name, full name, values. */
export function Claims({ login }: { readonly login: AnsweredLogin }) {
  const claims = Object.entries(login.claims);
  return (
    <section id="claims" aria-labelledby="claims-head">
      <h2 id="claims-head">
        Claims <span class="count">{claims.length}</span>
      </h2>
      {claims.length === 0 ? (
        <p class="quiet">No claims could be read.</p>
      ) : (
        <>
          <Provenance login={login} />
          <table class="claims">
            <thead>
              <tr>
                <th scope="col">Claim</th>
                <th scope="col">Values</th>
              </tr>
            </thead>
            <tbody>
              {claims.map(([name, values]) => (
                <ClaimRow key={name} name={name} values={values} />
              ))}
            </tbody>
          </table>
        </>
      )}
      <ContractView contract={login.contract} />
    </section>
  );
}

function ClaimRow({ name, values }: { readonly name: string; readonly values: readonly string[] }) {
  return (
    <tr>
      <th scope="row">
        <Text value={lastSegment(name)} max={120} />
        <div class="full-name">
          <Uri value={name} max={300} />{' '}
          <CopyButton what={`name of claim ${lastSegment(name).slice(0, 80)}`} value={name} />
        </div>
      </th>
      <td>
        <ClaimValues name={name} values={values.slice(0, MAX_OPEN)} />
        {values.length > MAX_OPEN ? (
          <details>
            <summary>{values.length - MAX_OPEN} more</summary>
            <ClaimValues name={name} values={values.slice(MAX_OPEN)} />
          </details>
        ) : null}
        {values.length > 1 ? <p class="quiet small">{values.length} values</p> : null}
        {name === ENTRA_CLAIM.groupsLink ? (
          <p class="hint">
            Groups overage: the user is in more groups than Entra puts into a SAML assertion (150), so it sends this
            link to Microsoft Graph instead of the groups. Assign groups to the application and choose{' '}
            <em>Groups assigned to the application</em>.
          </p>
        ) : null}
      </td>
    </tr>
  );
}

function ClaimValues({ name, values }: { readonly name: string; readonly values: readonly string[] }) {
  return (
    <ul class="claim-values">
      {values.map((value, index) => (
        <li key={index} class="with-copy">
          <Value value={value} /> <CopyButton what={`value of claim ${lastSegment(name).slice(0, 80)}`} value={value} />
        </li>
      ))}
    </ul>
  );
}
