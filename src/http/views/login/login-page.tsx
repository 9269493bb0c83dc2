import type { AnsweredLogin, SecondOpinion } from '../../../logins/login.js';
import type { Reading } from '../../inspector/reading.js';
import { Layout, type SiteFacts } from '../layout.js';
import { userOf } from '../login-words.js';
import { DeleteLogin } from './delete-login.js';
import { LoginBody } from './login-body.js';

export interface PageFacts {
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
      {isLatest ? null : <DeleteLogin id={login.id} />}
    </Layout>
  );
}
