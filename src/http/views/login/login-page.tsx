import type { AnsweredLogin, PendingLogin, SecondOpinion, SentRequest } from '../../../logins/login.js';
import type { Reading } from '../../inspector/reading.js';
import { Badge } from '../badge.js';
import { CopyButton } from '../copy-button.js';
import { Age, Instant } from '../instant.js';
import { Layout, type SiteFacts } from '../layout.js';
import { flowInWords, userOf } from '../login-words.js';
import { Value } from '../text.js';
import { FindingItem } from './finding-item.js';
import { LoginBody } from './login-body.js';

interface PageFacts {
  readonly site: SiteFacts;
  readonly now: Date;
  /** `/logins/latest` moves on with every new login. */
  readonly isLatest: boolean;
}

export interface LoginPageProps extends PageFacts {
  readonly login: AnsweredLogin;
  readonly reading: Reading;
  readonly opinion: SecondOpinion | undefined;
  /** Another login worth comparing this one with. */
  readonly compareWith?: { readonly id: string; readonly what: string };
}

/** `GET /logins/:id`: one login, the verdict first. */
export function LoginPage({ site, now, isLatest, login, reading, opinion, compareWith }: LoginPageProps) {
  return (
    <Layout
      title={`${login.accepted ? 'Accepted' : 'Refused'}: ${userOf(login)?.slice(0, 80) ?? 'a login'}`}
      site={site}
      section="logins"
      scripts={isLatest ? ['copy', 'live'] : ['copy']}
      stylesheets={['login.css', 'xml.css']}
      width="full"
    >
      <div id="login" {...(isLatest ? { 'data-live': 'always' } : {})}>
        <p class="trail">
          <a href="/">All logins</a>
          {isLatest ? (
            <>
              <span>This page follows the newest login.</span>
              <a href={`/logins/${encodeURIComponent(login.id)}`}>Stay with this one</a>
            </>
          ) : null}
          {compareWith ? (
            <a href={`/compare/${encodeURIComponent(compareWith.id)}/${encodeURIComponent(login.id)}`}>
              Compare with {compareWith.what}
            </a>
          ) : null}
          <a href={`/logins/${encodeURIComponent(login.id)}/share`}>Share</a>
        </p>
        <LoginBody login={login} now={now} reading={reading} opinion={opinion} isRecorded />
      </div>
    </Layout>
  );
}

export interface PendingPageProps extends PageFacts {
  readonly login: PendingLogin;
}

/** A login whose answer has not come yet. */
export function PendingPage({ site, now, login }: PendingPageProps) {
  const { request } = login;
  return (
    <Layout
      title="Waiting for the answer"
      site={site}
      section="logins"
      scripts={['copy', 'live']}
      stylesheets={['login.css', 'xml.css']}
    >
      <div id="login" data-live="always">
        <p class="trail">
          <a href="/">All logins</a>
        </p>
        <section class="verdict wait">
          <h1>
            <Badge tone="wait">Waiting</Badge> <span class="verdict-user">for the answer to an AuthnRequest</span>
          </h1>
          <p class="verdict-facts">
            {flowInWords(login)}, account <code>{login.accountCode}</code> <span class="region">{login.region}</span>
            {request ? (
              <>
                , sent <Instant iso={request.sentAt} /> (<Age iso={request.sentAt} now={now} />)
              </>
            ) : null}
          </p>
        </section>
        <p>
          The browser was sent to the identity provider. If nothing comes back, the reason stands on the identity
          provider's own page: look there for an AADSTS number.
        </p>
        {request?.lint ? <FindingItem finding={request.lint} placeOf={() => undefined} /> : null}
        {request ? <SentRequestView request={request} /> : null}
      </div>
    </Layout>
  );
}

function SentRequestView({ request }: { readonly request: SentRequest }) {
  return (
    <>
      <dl class="facts">
        <dt>Request ID</dt>
        <dd class="with-copy">
          <Value value={request.id} /> <CopyButton what="request ID" value={request.id} />
        </dd>
        <dt>Sent to</dt>
        <dd>
          <Value value={request.destination} />
        </dd>
      </dl>
      <h2>Request, as it was sent</h2>
      <pre>
        <Value value={request.xml} />
      </pre>
    </>
  );
}
