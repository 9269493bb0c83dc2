import type { AnsweredLogin } from '../../../logins/login.js';
import { Badge, verdictOf } from '../badge.js';
import { ExpectedActual } from '../difference.js';
import { Age, Instant } from '../instant.js';
import { flowInWords, NO_CERTIFICATE, rootCauseOf, undecidedOf, userOf, warningsOf } from '../login-words.js';
import { Text } from '../text.js';
import { FindingFoot, type PlaceOf } from './finding-item.js';
import { Remedies } from './remedies.js';

interface VerdictHeadProps {
  readonly login: AnsweredLogin;
  readonly now: Date;
  readonly placeOf: PlaceOf;
  /** `/decode` shows a message that is no recorded login. */
  readonly isRecorded: boolean;
}

/** Verdict, who, when; then the root cause with what was expected, what came, and who has to change what. */
export function VerdictHead({ login, now, placeOf, isRecorded }: VerdictHeadProps) {
  const { tone, word } = verdictOf(login);
  const user = userOf(login);
  const cause = rootCauseOf(login);
  return (
    <section class={`verdict ${tone}`} aria-labelledby="verdict">
      <h1 id="verdict">
        <Badge tone={tone}>{word}</Badge>{' '}
        <span class="verdict-user">
          {user === undefined ? 'Nobody could be read' : <Text value={user} max={160} />}
        </span>
      </h1>
      <p class="verdict-facts">
        {user !== undefined && !login.verified ? <strong>Unverified. </strong> : null}
        {isRecorded ? (
          <>
            {flowInWords(login)}, account <code>{login.accountCode}</code> <span class="region">{login.region}</span>,
            arrived <Instant iso={login.received.at} /> (<Age iso={login.received.at} now={now} />)
          </>
        ) : (
          <>
            Judged as of <Instant iso={login.received.at} />, against account <code>{login.accountCode}</code>{' '}
            <span class="region">{login.region}</span>. Not recorded.
          </>
        )}
      </p>
      {cause ? (
        <div class="root-cause" id={`finding-${cause.id}`}>
          <p class="eyebrow">Root cause</p>
          <CauseInWords summary={cause.summary} />
          <ExpectedActual finding={cause} />
          <Remedies finding={cause} />
          <FindingFoot finding={cause} placeOf={placeOf} />
        </div>
      ) : (
        <WithoutCause login={login} />
      )}
    </section>
  );
}

/** Accepted; or refused only because something that decides could not be checked. */
function WithoutCause({ login }: { readonly login: AnsweredLogin }) {
  const open = undecidedOf(login);
  if (!open) return <p class="verdict-good">{goodWords(login)}</p>;
  return (
    <div class="root-cause" id="undecided">
      <p class="eyebrow">Nothing wrong was found, but not everything could be checked</p>
      {open.missing?.includes('trust') ? (
        <>
          <h2>{NO_CERTIFICATE}</h2>
          <p>
            <a href={`/setup/authentication-profile?account=${encodeURIComponent(login.accountCode)}`}>
              Import its metadata into the Authentication Profile
            </a>
            : the App Federation Metadata Url of the application, or the file. Then sign in again.
          </p>
        </>
      ) : (
        <>
          <h2>
            <Text value={open.summary} />
          </h2>
          <Remedies finding={open} />
        </>
      )}
    </div>
  );
}

/** A long explanation has its first sentence for a headline. */
function CauseInWords({ summary }: { readonly summary: string }) {
  const [, first = summary, rest] =
    summary.length > 150 ? (/^(.{30,}?[.!?])\s+(?=["A-Z])([\s\S]+)$/.exec(summary) ?? []) : [];
  return (
    <>
      <h2>
        <Text value={first} />
      </h2>
      {rest === undefined ? null : (
        <p class="cause-rest">
          <Text value={rest} />
        </p>
      )}
    </>
  );
}

function goodWords(login: AnsweredLogin): string {
  const passed = login.diagnosis.findings.filter(({ status }) => status === 'pass').length;
  const warnings = warningsOf(login).length;
  const end = warnings === 0 ? '' : `, ${warnings} warning${warnings === 1 ? '' : 's'} below`;
  return `${passed} checks passed${end}.`;
}
