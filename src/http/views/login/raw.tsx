import type { AnsweredLogin } from '../../../logins/login.js';
import { CopyButton } from '../copy-button.js';
import { Text, Value } from '../text.js';
import { Cookies } from './cookies.js';

/** What arrived and what was sent, byte for byte, for copying. */
export function Raw({ login, isRecorded }: { readonly login: AnsweredLogin; readonly isRecorded: boolean }) {
  const { received, request } = login;
  return (
    <section id="raw" aria-labelledby="raw-head">
      <h2 id="raw-head">As it arrived</h2>
      <p class="quiet">The bytes themselves, before anything was made of them.</p>
      <RawText
        id="raw-response"
        label={received.binding === 'document' ? 'Document' : 'SAMLResponse'}
        text={received.samlResponse}
        isOpen={isShort(received.samlResponse)}
      />
      <dl class="facts">
        <dt>RelayState</dt>
        <dd>{received.relayState === undefined ? <Absent /> : <Value value={received.relayState} />}</dd>
        {received.acsUrl === undefined ? null : (
          <>
            <dt>Delivered to</dt>
            <dd>
              {received.method ?? ''} <Value value={received.acsUrl} />
            </dd>
          </>
        )}
        {received.fieldNames === undefined ? null : (
          <>
            <dt>Fields</dt>
            <dd>{received.fieldNames.length === 0 ? <Absent /> : <Value value={received.fieldNames.join(', ')} />}</dd>
          </>
        )}
        {Object.entries(received.headers ?? {}).map(([name, value]) => (
          <Header key={name} name={name} value={value} />
        ))}
      </dl>
      {isRecorded ? <Cookies login={login} /> : null}
      {request ? <RawText id="raw-request" label="Request, as it was sent" text={request.xml} /> : null}
      {isRecorded ? <Downloads id={login.id} /> : null}
    </section>
  );
}

/** A few characters instead of a message are best seen at once. */
const isShort = (text: string | undefined) => text !== undefined && text.length < 400;

const Absent = () => <span class="quiet">none</span>;

function RawText({
  id,
  label,
  text,
  isOpen = false,
}: {
  readonly id: string;
  readonly label: string;
  readonly text: string | undefined;
  readonly isOpen?: boolean;
}) {
  if (text === undefined) {
    return (
      <p>
        {label}: <Absent />
      </p>
    );
  }
  return (
    <details open={isOpen}>
      <summary>
        {label}, {text.length.toLocaleString('en-US')} characters
      </summary>
      <p class="raw-copy">
        <CopyButton what={label} value={text} />
      </p>
      <textarea class="raw" id={id} readOnly aria-label={label} rows={10} spellcheck={false}>
        {text}
      </textarea>
    </details>
  );
}

function Header({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>
        <Text value={name} max={80} />
      </dt>
      <dd>
        <Value value={value} />
      </dd>
    </>
  );
}

function Downloads({ id }: { readonly id: string }) {
  const base = `/api/v1/logins/${encodeURIComponent(id)}`;
  return (
    <p class="downloads">
      Take it along: <a href={`${base}/xml`}>response XML</a>, <a href={base}>record (JSON)</a>,{' '}
      <a href={`/logins/${encodeURIComponent(id)}/share`}>report for sharing</a>
    </p>
  );
}
