/** What the checks of time have in common. */

import type { Assertion, Instant } from '../saml/types.js';
import type { Failure } from './check.js';
import type { Expectations } from './expectations.js';
import { fail, type Where } from './outcomes.js';
import { show } from './show.js';
import { duration, skewNeeded, skewWords, utc } from './time-words.js';

export const NOT_A_TIME = 'it is not a date and time in UTC';

/** A time that cannot be read never counts as in order. */
export function notATime(name: string, instant: Instant, at: Where, expected: Expectations): Failure {
  return fail(expected, {
    kind: 'not-a-time',
    summary: `${name} is ${show(instant.text, 60)}, which is not a date and time in UTC, so nobody can say whether it has come.`,
    expected: 'a time such as 2025-01-31T12:00:00Z',
    actual: instant.text,
    at,
    remedies: ['follow-the-schema'],
  });
}

/** A time that has passed: a new login helps, or a clock. */
export function expired(summary: string, end: Required<Instant>, at: Where, expected: Expectations): Failure {
  const now = expected.at.getTime();
  return fail(expected, {
    kind: 'expired',
    summary,
    expected: `before ${end.text}`,
    actual: utc(now),
    at,
    remedies: ['log-in-again', ['set-clock', { skew: skewNeeded(now - end.ms + 1) }], 'set-idp-clock'],
  });
}

const HOUR = 3_600_000;

/** `12 s too late (clock skew allowed: 3 min). ...`: by how much, what skew would have done, and whose fault it likely is. */
export function expiredWords(notOnOrAfter: number, assertion: Assertion, { at, clockSkewMs }: Expectations): string {
  const late = at.getTime() - notOnOrAfter;
  const much = late === 0 ? 'exactly at the end, which is already too late' : `${duration(late)} too late`;
  const issued = assertion.issueInstant?.ms;
  const age = issued === undefined ? undefined : at.getTime() - issued;
  const lived = issued === undefined ? undefined : notOnOrAfter - issued;
  return `${much} (${skewWords(clockSkewMs)}).${whoseFault(late, age, lived)}`;
}

function whoseFault(late: number, age: number | undefined, lived: number | undefined): string {
  if (age === undefined || lived === undefined) return '';
  if (lived <= 0) return ' It was over before it was issued.';
  const issued = ` It was issued ${duration(age)} ago: `;
  return late <= HOUR && late <= lived
    ? `${issued}it came late, or one of the two clocks is wrong; a clock skew of ${skewNeeded(late + 1)} would have let it pass.`
    : `${issued}it is an old message, not a matter of clocks.`;
}

/** `4 min 12 s too early (...)`: and whose clock is likely wrong. */
export function earlyWords(notBefore: number, assertion: Assertion, expected: Expectations): string {
  const { at, clockSkewMs, httpDate } = expected;
  const early = notBefore - at.getTime();
  const issued = assertion.issueInstant?.ms;
  const ahead = issued === undefined ? 0 : issued - at.getTime();
  const much = `${duration(early)} too early (${skewWords(clockSkewMs)}).`;
  if (ahead <= 0)
    return `${much} The message was issued before now, so this is not a matter of clocks: it was made to become valid later.`;
  const backdated = (issued ?? 0) - notBefore > 4 * 60_000 ? ' Entra dates NotBefore 5 minutes back, so' : '';
  const ours =
    httpDate !== undefined &&
    Math.abs(httpDate.getTime() - (issued ?? 0)) < Math.abs(httpDate.getTime() - at.getTime());
  const whose =
    httpDate === undefined
      ? "this clock is likely slow (or the sender's fast)"
      : ours
        ? 'this clock is slow'
        : "the sender's clock is fast";
  return `${much}${backdated} ${whose}: the clocks are ${duration(ahead)} apart at least; a clock skew of ${skewNeeded(early)} would have let it pass.`;
}
