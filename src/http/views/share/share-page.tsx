import type { ComponentChildren } from 'preact';
import type { AnsweredLogin } from '../../../logins/login.js';
import type { RemovedField } from '../../../report/removed-fields.js';
import type { Redaction } from '../../inspector/deps.js';
import { Badge, verdictOf } from '../badge.js';
import { Layout, type SiteFacts } from '../layout.js';
import { userOf } from '../login-words.js';
import { Text, Value } from '../text.js';

export interface SharePageProps {
  readonly site: SiteFacts;
  readonly login: AnsweredLogin;
  readonly redaction: Redaction;
}

/** `GET /logins/:id/share`: the forms a login can be handed on in, and what stays here. */
export function SharePage({ site, login, redaction }: SharePageProps) {
  const id = encodeURIComponent(login.id);
  const { tone, word } = verdictOf(login);
  return (
    <Layout
      title="Share a login"
      site={site}
      section="logins"
      scripts={['copy']}
      stylesheets={['login.css', 'share.css']}
    >
      <p class="trail">
        <a href="/">All logins</a>
        <a href={`/logins/${id}`}>Back to the login</a>
      </p>
      <h1>Share this login</h1>
      <p class="share-who">
        <Badge tone={tone}>{word}</Badge> <Text value={userOf(login) ?? 'Nobody could be read'} max={160} />
      </p>
      <div class="share-forms">
        <Redacted id={id} redaction={redaction} />
        <Whole id={id} login={login} />
      </div>
      <Removed redaction={redaction} />
    </Layout>
  );
}

function Redacted({ id, redaction }: { readonly id: string; readonly redaction: Redaction }) {
  const base = `/api/v1/logins/${id}`;
  return (
    <section class="card" aria-labelledby="redacted-head">
      <h2 id="redacted-head">Without the values</h2>
      <p>For a ticket or a colleague outside. Verdict, reasons and structure stay; every value is a fingerprint.</p>
      {redaction.problem === undefined ? (
        <ul class="share-links">
          <Download href={`${base}/report.html`} label="Report, one HTML file">
            opens anywhere, loads nothing
          </Download>
          <Download href={`${base}/report.json`} label="Report, JSON">
            for scripts
          </Download>
        </ul>
      ) : (
        <p class="notice warn">{redaction.problem}</p>
      )}
    </section>
  );
}

function Whole({ id, login }: { readonly id: string; readonly login: AnsweredLogin }) {
  const base = `/api/v1/logins/${id}`;
  return (
    <section class="card" aria-labelledby="whole-head">
      <h2 id="whole-head">With everything in it</h2>
      <p>Names, addresses and the signed message itself. For yourself, and for those who may read all of that.</p>
      <ul class="share-links">
        <Download href={base} label="Record, JSON" name={`login-${login.id}.json`}>
          to judge it again: <code>saml-rehearsal replay</code>
        </Download>
        <Download href={`${base}/report.html?redact=none`} label="Report, one HTML file">
          every value as it came
        </Download>
        {login.received.samlResponse === undefined ? null : (
          <Download href={`${base}/xml`} label="Response, XML">
            decoded, otherwise as it came
          </Download>
        )}
      </ul>
    </section>
  );
}

interface DownloadProps {
  readonly href: string;
  readonly label: string;
  readonly name?: string;
  readonly children: ComponentChildren;
}

function Download({ href, label, name, children }: DownloadProps) {
  return (
    <li>
      <a href={href} download={name ?? ''}>
        {label}
      </a>{' '}
      <span class="quiet small">{children}</span>
    </li>
  );
}

function Removed({ redaction: { fields, receipt } }: { readonly redaction: Redaction }) {
  return (
    <section aria-labelledby="removed-head">
      <h2 id="removed-head">What the report without values does not hold</h2>
      <p>
        <strong>Left out altogether:</strong> {receipt.leftOut.join(', ')}.
      </p>
      <p>
        <strong>Kept:</strong> verdicts, sentences, the structure of the XML, names of claims, formats, algorithms,
        instants.
      </p>
      <p>
        <strong>Replaced:</strong> equal values become equal fingerprints within one report; the next report has others.
        The finished file is searched for all {receipt.scan.values} original values, and not handed out if one is found.
      </p>
      {fields.length === 0 ? null : (
        <table class="removed">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Here</th>
              <th scope="col">In the report, for example</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field, index) => (
              <RemovedRow key={index} field={field} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** More values of one field than this say nothing more. */
const MAX_VALUES = 3;

function RemovedRow({ field: { field, values, becomes } }: { readonly field: RemovedField }) {
  const more = values.length - MAX_VALUES;
  return (
    <tr>
      <th scope="row">
        <Text value={field} max={120} />
      </th>
      <td>
        <Lines values={values} />
      </td>
      <td>
        <Lines values={becomes} />
        {more > 0 ? <p class="quiet small">and {more} more</p> : null}
      </td>
    </tr>
  );
}

function Lines({ values }: { readonly values: readonly string[] }) {
  return (
    <ul class="plain-list mono">
      {values.slice(0, MAX_VALUES).map((value, index) => (
        <li key={index}>
          <Value value={value.length > 200 ? `${value.slice(0, 200)}…` : value} />
        </li>
      ))}
    </ul>
  );
}
