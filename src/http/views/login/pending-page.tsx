import type { PendingLogin } from '../../../logins/login.js';
import type { XmlView } from '../../inspector/xml-view.js';
import { Badge, verdictOf } from '../badge.js';
import { CopyButton } from '../copy-button.js';
import { Age, Instant } from '../instant.js';
import { Layout } from '../layout.js';
import { flowInWords, isOverdue, userOf } from '../login-words.js';
import { Text, Value } from '../text.js';
import { XmlPanel } from '../xml/xml-panel.js';
import { DeleteLogin } from './delete-login.js';
import { FindingItem, type PlaceOf } from './finding-item.js';
import type { PageFacts } from './login-page.js';

export interface PendingPageProps extends PageFacts {
  readonly login: PendingLogin;
  readonly views: readonly XmlView[];
  readonly placeOf: PlaceOf;
}

/** A login whose answer has not come yet. */
export function PendingPage({ site, now, isLatest, login, views, placeOf }: PendingPageProps) {
  const { request } = login;
  return (
    <Layout
      title="Waiting for the answer"
      site={site}
      section="logins"
      scripts={['copy', 'live']}
      stylesheets={['login.css', 'xml.css']}
      width="full"
    >
      <div id="login" data-live="always">
        <p class="trail">
          <a href="/">All logins</a>
        </p>
        <div class="login-columns">
          <div class="login-words">
            <Head login={login} now={now} />
            {request?.lint ? <FindingItem finding={request.lint} placeOf={placeOf} /> : null}
            <SentRequestFacts login={login} />
          </div>
          <XmlPanel views={views} signatures={[]} />
        </div>
      </div>
      {isLatest ? null : <DeleteLogin id={login.id} />}
    </Layout>
  );
}

function Head({ login, now }: { readonly login: PendingLogin; readonly now: Date }) {
  const { request } = login;
  const user = userOf(login);
  return (
    <section class="verdict wait">
      <h1>
        <Badge tone="wait">{verdictOf(login, now).word}</Badge>{' '}
        <span class="verdict-user">
          {user === undefined ? 'for the answer to an AuthnRequest' : <Text value={user} max={160} />}
        </span>
      </h1>
      <p class="verdict-facts">
        {flowInWords(login)}, account <code>{login.accountCode}</code> <span class="region">{login.region}</span>
        {request ? (
          <>
            , sent <Instant iso={request.sentAt} /> (<Age iso={request.sentAt} now={now} />)
          </>
        ) : null}
      </p>
      <p class="verdict-good">
        {isOverdue(login, now)
          ? 'No response came within ten minutes; one that comes now is refused. The reason stands on the identity provider’s own page: look there for an AADSTS number.'
          : 'The browser was sent to the identity provider. If nothing comes back, the reason stands on the identity provider’s own page: look there for an AADSTS number.'}
      </p>
    </section>
  );
}

function SentRequestFacts({ login: { request } }: { readonly login: PendingLogin }) {
  if (!request) return null;
  return (
    <section aria-labelledby="request-head">
      <h2 id="request-head">What was sent</h2>
      <dl class="facts">
        <dt>Request ID</dt>
        <dd class="with-copy">
          <Value value={request.id} /> <CopyButton what="request ID" value={request.id} />
        </dd>
        <dt>Sent to</dt>
        <dd>
          <Value value={request.destination} />
        </dd>
        <dt>Binding</dt>
        <dd>{request.binding}</dd>
        <dt>RelayState</dt>
        <dd>
          {request.relayState === undefined ? <span class="quiet">none</span> : <Value value={request.relayState} />}
        </dd>
        {request.cookies === undefined ? null : (
          <>
            <dt>Cookies set</dt>
            <dd>{request.cookies.map(({ name, sameSite }) => `${name} (SameSite=${sameSite})`).join(', ')}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
