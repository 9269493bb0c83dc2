import { defineCheck, type Outcome } from '../check.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import { samlCore, samlInterop } from '../sources.js';
import { duration, skewNeeded, skewWords, utc } from '../time-words.js';

const FIVE_MINUTES = 5 * 60_000;
const LATE = 10 * 60_000;

export const clockAgrees = defineCheck({
  id: 'clock-agrees',
  title: 'The clocks of both sides agree',
  stage: 'conditions',
  severity: 'warning',
  why: 'A response is posted seconds after it is issued, so its IssueInstant shows how far the two clocks are apart. Most logins that fail only now and then fail because of a clock.',
  spec: [samlInterop('IIP-G01'), samlCore('1.3.3')],
  needs: ['response', 'document'],
  kinds: {
    'from-the-future': 'issued in the future, by little: one clock is off',
    'far-future': 'issued more than five minutes in the future (an error)',
    late: 'it came long after it was issued: delivered late, or a clock is off',
  },
  remedies: ['set-clock', 'set-idp-clock', 'log-in-again'],
  run({ response, document }, expected, { assertion }): Outcome {
    const instants = [response.issueInstant?.ms, assertion?.issueInstant?.ms].filter((ms) => ms !== undefined);
    if (instants.length === 0) return notApplicable('No IssueInstant can be read.');
    const now = expected.at.getTime();
    const issued = Math.max(...instants);
    const ahead = issued - now;
    const at = () => place(document, response.element);
    const date = dateWords(expected.httpDate, now);
    if (ahead > expected.clockSkewMs) {
      const far = ahead > Math.max(expected.clockSkewMs, FIVE_MINUTES);
      return fail(expected, {
        kind: far ? 'far-future' : 'from-the-future',
        severity: far ? 'error' : undefined,
        summary: `The message was issued at ${utc(issued)}, which is ${duration(ahead)} in the future (${skewWords(expected.clockSkewMs)}): this clock is slow or the sender's is fast.${date}`,
        expected: `not after ${utc(now)}`,
        actual: utc(issued),
        at,
        remedies: [['set-clock', { skew: skewNeeded(ahead) }], 'set-idp-clock'],
      });
    }
    if (-ahead <= LATE + expected.clockSkewMs) {
      return pass(
        `Issued ${ahead > 0 ? `${duration(ahead)} ahead of` : `${duration(ahead)} before`} its arrival.${date}`,
      );
    }
    return fail(expected, {
      kind: 'late',
      summary: `The message came ${duration(ahead)} after it was issued (${utc(issued)}): it was delivered late, or this clock is fast.${date}`,
      expected: `issued within ${duration(LATE)} of its arrival`,
      actual: utc(issued),
      at,
      remedies: ['log-in-again', ['set-clock', { skew: skewNeeded(-ahead) }]],
    });
  },
});

/** What the sender's `Date` header adds: it says whose clock is wrong. */
function dateWords(httpDate: Date | undefined, now: number): string {
  if (httpDate === undefined) return '';
  const off = httpDate.getTime() - now;
  if (Math.abs(off) < 2000) return " The sender's Date header agrees with this clock.";
  return ` The sender's Date header is ${duration(off)} ${off > 0 ? 'ahead of' : 'behind'} this clock.`;
}
