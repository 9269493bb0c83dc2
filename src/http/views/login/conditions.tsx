import { lastSegment } from '../../../diagnosis/show.js';
import { duration } from '../../../diagnosis/time-words.js';
import type { AnsweredLogin } from '../../../logins/login.js';
import type { Evidence } from '../../../saml/evidence.js';
import type { Assertion, Instant } from '../../../saml/types.js';
import { type Moment, type Timeline, timelineOf } from '../../inspector/timeline.js';
import { instantInWords } from '../instant.js';
import { Text, Value } from '../text.js';
import { TimelinePicture } from './timeline-picture.js';

interface ConditionsProps {
  readonly login: AnsweredLogin;
  readonly evidence: Partial<Evidence>;
  readonly now: Date;
}

/** When the assertion holds, for whom, and how the user signed in. */
export function Conditions({ login, evidence, now }: ConditionsProps) {
  const { assertion } = evidence;
  const timeline = timelineOf(login, evidence, now);
  return (
    <section id="conditions" aria-labelledby="conditions-head">
      <h2 id="conditions-head">Conditions</h2>
      {timeline ? <TimelinePicture timeline={timeline} /> : null}
      {timeline ? <p class="clocks">{clocksInWords(timeline, now)}</p> : null}
      {assertion ? <Facts login={login} assertion={assertion} /> : <p class="quiet">No assertion could be read.</p>}
    </section>
  );
}

/** What the picture shows of the two clocks, and where now is. */
function clocksInWords({ moments, windows, skewMs }: Timeline, now: Date): string {
  const at = (clock: Moment['clock']) => moments.find((moment) => moment.clock === clock)?.at;
  const [issued, arrived] = [at('theirs'), at('ours')];
  const between =
    issued === undefined || arrived === undefined
      ? []
      : [
          Math.abs(arrived - issued) < 1000
            ? 'Issued by their clock and arrived by ours within the same second.'
            : `Issued by their clock ${duration(arrived - issued)} ${arrived < issued ? 'after' : 'before'} it arrived by ours.`,
        ];
  const end = Math.min(...windows.map(({ to }) => to ?? Number.POSITIVE_INFINITY)) + skewMs;
  const left = end - now.getTime();
  const closing = left > 0 ? `The first window closes in ${duration(left)}` : `A window closed ${duration(left)} ago`;
  const present = Number.isFinite(end) ? [`${closing}, the allowed skew (pale) included.`] : [];
  return [...between, ...present].join(' ');
}

function Facts({ login, assertion }: { readonly login: AnsweredLogin; readonly assertion: Assertion }) {
  const arrival = Date.parse(login.received.at);
  const [conditions] = assertion.conditions ?? [];
  const [authn] = assertion.authnStatements ?? [];
  const [confirmation] = assertion.subject?.confirmations ?? [];
  const row = (label: string, instant: Instant | undefined) => (
    <When label={label} instant={instant} arrival={arrival} />
  );
  return (
    <dl class="facts">
      {row('Issued', assertion.issueInstant)}
      {row('Not before', conditions?.notBefore)}
      {row('Not on or after', conditions?.notOnOrAfter)}
      {row('Confirm before', confirmation?.data?.notOnOrAfter)}
      {row('Session ends', authn?.sessionNotOnOrAfter)}
      <dt>Clock skew allowed</dt>
      <dd>{duration(login.settings.clockSkewMs)} either way</dd>
      <dt>Audience</dt>
      <dd>
        <Audiences values={login.assertion?.conditions?.audiences ?? []} expected={login.settings.entityId} />
      </dd>
      <dt>Recipient</dt>
      <dd>
        {confirmation?.data?.recipient === undefined ? <Absent /> : <Value value={confirmation.data.recipient} />}
      </dd>
      <dt>Signed in by</dt>
      <dd>
        {authn?.contextClassRef === undefined ? (
          <Absent />
        ) : (
          <Text value={lastSegment(authn.contextClassRef)} max={120} />
        )}
      </dd>
    </dl>
  );
}

const Absent = () => <span class="quiet">not given</span>;

interface WhenProps {
  readonly label: string;
  readonly instant: Instant | undefined;
  readonly arrival: number;
}

function When({ label, instant, arrival }: WhenProps) {
  if (instant === undefined) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {instant.ms === undefined ? (
          <Value value={instant.text} />
        ) : (
          <>
            {instantInWords(instant.text)} <span class="quiet">({fromArrival(instant.ms - arrival)})</span>
          </>
        )}
      </dd>
    </>
  );
}

function fromArrival(ms: number): string {
  if (Math.abs(ms) < 100) return 'at the arrival';
  return `${duration(ms)} ${ms < 0 ? 'before' : 'after'} the arrival`;
}

function Audiences({
  values,
  expected,
}: {
  readonly values: readonly string[];
  readonly expected: string | undefined;
}) {
  if (values.length === 0) return <Absent />;
  return (
    <ul class="plain-list">
      {values.map((value, index) => (
        <li key={index}>
          <Value value={value} />{' '}
          {expected === undefined ? null : (
            <span class="quiet small">
              {value === expected ? 'this service provider' : 'not this service provider'}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
