import type { ImportedMessage } from '../../../import/imported-message.js';
import type { AnsweredLogin, SecondOpinion } from '../../../logins/login.js';
import type { Reading } from '../../inspector/reading.js';
import type { XmlView } from '../../inspector/xml-view.js';
import { Layout, type SiteFacts } from '../layout.js';
import { LoginBody } from '../login/login-body.js';
import { Text } from '../text.js';
import { XmlPanel } from '../xml/xml-panel.js';

/** The form as it was sent. */
export interface DecodeForm {
  readonly message: string;
  readonly at: 'now' | 'issued';
  /** Which of several messages is shown, from 1; 0: the likeliest. */
  readonly pick?: number;
  readonly problem?: string;
}

export interface DecodeResult {
  readonly messages: readonly ImportedMessage[];
  readonly index: number;
  readonly shown:
    | {
        readonly kind: 'login';
        readonly login: AnsweredLogin;
        readonly reading: Reading;
        readonly opinion: SecondOpinion | undefined;
      }
    | { readonly kind: 'document'; readonly views: readonly XmlView[] }
    | undefined;
  /** A request that was given too and is not the one the response answers. */
  readonly otherRequest?: { readonly id: string; readonly inResponseTo?: string };
}

export interface DecodePageProps {
  readonly site: SiteFacts;
  readonly now: Date;
  readonly form: DecodeForm;
  readonly result?: DecodeResult;
}

/** `/decode`: paste or drop a message, see everything in it. */
export function DecodePage({ site, now, form, result }: DecodePageProps) {
  return (
    <Layout
      title="Decode"
      site={site}
      section="decode"
      scripts={['drop', 'copy']}
      stylesheets={['decode.css', 'login.css', 'xml.css']}
      width={result ? 'full' : 'wide'}
    >
      <h1>Decode</h1>
      <p class="lead">
        Base64, XML, a form body, a URL, a HAR or SAML-tracer recording: paste it or drop the file. A request and its
        response may be pasted together, one below the other. It is judged against this harness's settings, kept
        nowhere, and never leaves this machine.
      </p>
      <DecodeFormView form={form} result={result} />
      {result ? <Shown result={result} now={now} /> : null}
    </Layout>
  );
}

interface DecodeFormViewProps {
  readonly form: DecodeForm;
  readonly result: DecodeResult | undefined;
}

function DecodeFormView({ form, result }: DecodeFormViewProps) {
  return (
    <form method="post" action="/decode" class="decode-form" id="decode-form">
      {form.problem ? (
        <p class="notice warn" role="alert">
          {form.problem}
        </p>
      ) : null}
      <textarea
        name="message"
        id="message"
        rows={result ? 4 : 12}
        required
        spellcheck={false}
        aria-label="Message"
        placeholder="PHNhbWxwOlJlc3BvbnNl… or <samlp:Response …"
      >
        {form.message}
      </textarea>
      <Actions at={form.at} />
      {result && result.messages.length > 1 ? <Found messages={result.messages} index={result.index} /> : null}
    </form>
  );
}

function Actions({ at }: { readonly at: DecodeForm['at'] }) {
  return (
    <div class="decode-actions">
      <button type="submit">Decode</button>
      <fieldset>
        <legend>Judge as of</legend>
        {(
          [
            ['issued', 'the moment it was issued'],
            ['now', 'now'],
          ] as const
        ).map(([value, label]) => (
          <label key={value}>
            <input type="radio" name="at" value={value} checked={at === value} /> {label}
          </label>
        ))}
      </fieldset>
      <label class="file-label" hidden>
        Choose a file
        <input type="file" id="file" class="visually-hidden" />
      </label>
    </div>
  );
}

/** Every message in the input; each is a button that shows it. */
function Found({ messages, index }: { readonly messages: readonly ImportedMessage[]; readonly index: number }) {
  return (
    <div class="found-messages">
      <p class="eyebrow">{messages.length} messages found</p>
      {messages.map((message, at) => (
        <button
          key={at}
          type="submit"
          name="pick"
          value={at + 1}
          class="plain"
          {...(at === index ? { 'aria-current': 'true' as const } : {})}
        >
          <Text value={`${message.root ?? message.kind}: ${message.source}`} max={160} />
        </button>
      ))}
    </div>
  );
}

function Shown({ result, now }: { readonly result: DecodeResult; readonly now: Date }) {
  const { messages, index, shown } = result;
  const message = messages[index];
  if (!message || !shown) return <p>Nothing could be found in it.</p>;
  return (
    <div class="decoded">
      <Remarks message={message} />
      <Joined message={message} other={result.otherRequest} />
      {shown.kind === 'login' ? (
        <LoginBody login={shown.login} reading={shown.reading} opinion={shown.opinion} now={now} isRecorded={false} />
      ) : (
        <>
          <h2>
            <Text value={message.root ?? message.kind} max={80} />
          </h2>
          <p>{DOCUMENT_WORDS[message.kind]}</p>
          <XmlPanel views={shown.views} signatures={[]} />
        </>
      )}
    </div>
  );
}

const DOCUMENT_WORDS: Record<ImportedMessage['kind'], string> = {
  request: 'A request: it asks for a login and says nothing about anybody. Only responses are judged.',
  logout: 'A logout message. Only responses to login requests are judged.',
  metadata: 'Metadata: what a party publishes about itself. Import it under the authentication profile.',
  response: '',
  assertion: '',
  unknown: '',
};

/** Whether the response was judged together with the request it answers. */
function Joined({
  message,
  other,
}: {
  readonly message: ImportedMessage;
  readonly other: DecodeResult['otherRequest'];
}) {
  const { request } = message;
  if (request) {
    return (
      <p class="notice">
        Judged together with the request it answers: <Text value={request.source} max={160} />.
      </p>
    );
  }
  if (!other) return null;
  return (
    <p class="notice warn">
      The request beside it is not the one this response answers: its ID is <Text value={other.id} max={120} />,{' '}
      {other.inResponseTo === undefined ? (
        'and the response answers none'
      ) : (
        <>
          and the response answers <Text value={other.inResponseTo} max={120} />
        </>
      )}
      .
    </p>
  );
}

/** What had to be done to get at the message, and what is odd about it. */
function Remarks({ message }: { readonly message: ImportedMessage }) {
  const remarks = [...message.repairs, ...message.notes, ...(message.hint === undefined ? [] : [message.hint])];
  if (remarks.length === 0) return null;
  return (
    <ul class="notice remarks">
      {remarks.map((remark, index) => (
        <li key={index}>
          <Text value={remark} max={600} />
        </li>
      ))}
    </ul>
  );
}
