import type { Login } from '../../../logins/login.js';
import { Badge, verdictOf } from '../badge.js';
import { Age } from '../instant.js';
import { visibleText } from '../invisible.js';
import {
  flowInWords,
  instantOf,
  isOverdue,
  NO_CERTIFICATE,
  rootCauseOf,
  undecidedOf,
  userOf,
  warningsOf,
} from '../login-words.js';
import { Beginning, Text } from '../text.js';

/** One login of the list: verdict, who, and why in words. */
export function LoginRow({ login, now }: { readonly login: Login; readonly now: Date }) {
  const { tone, word } = verdictOf(login, now);
  const user = userOf(login);
  const at = instantOf(login);
  return (
    <li class={`login-row ${tone}`}>
      <Badge tone={tone}>{word}</Badge>
      <div class="login-what">
        <a class="login-user" href={`/logins/${encodeURIComponent(login.id)}`}>
          {user === undefined ? nobody(login) : <Text value={user} max={120} />}
        </a>
        {login.state === 'answered' && user !== undefined && !login.verified ? (
          <span class="unverified">unverified</span>
        ) : null}
        <p class="login-cause">
          <Cause login={login} now={now} />
        </p>
      </div>
      <div class="login-flow">{flowInWords(login)}</div>
      <div class="login-account">
        <code>{login.accountCode}</code> <span class="region">{login.region}</span>
      </div>
      <div class="login-age">{at === undefined ? null : <Age iso={at} now={now} />}</div>
      {login.state === 'answered' ? (
        <label class="login-mark">
          <input type="checkbox" name="login" value={login.id} />
          <span class="visually-hidden">
            Mark the login of {visibleText(user?.slice(0, 120) ?? 'nobody')} for comparing
          </span>
        </label>
      ) : null}
    </li>
  );
}

function nobody(login: Login): string {
  return login.state === 'pending' ? 'Waiting for the answer' : 'Nobody could be read';
}

function Cause({ login, now }: { readonly login: Login; readonly now: Date }) {
  if (login.state === 'pending') {
    return isOverdue(login, now) ? (
      <>No response came within ten minutes; the identity provider's own page may have said why.</>
    ) : (
      <>The AuthnRequest has left; no response has come back yet.</>
    );
  }
  const cause = rootCauseOf(login);
  if (cause) return <Beginning of={cause.summary} max={280} />;
  const open = undecidedOf(login);
  if (open) return <>{open.missing?.includes('trust') ? NO_CERTIFICATE : <Beginning of={open.summary} max={280} />}</>;
  const warnings = warningsOf(login);
  const [first] = warnings;
  if (!first) return <>Every check that applies has passed.</>;
  const more = warnings.length > 1 ? ` (and ${warnings.length - 1} more)` : '';
  return (
    <>
      With a warning: <Beginning of={first.summary} max={240} />
      {more}
    </>
  );
}
