import { defineCheck, type Outcome } from '../check.js';
import { earlyWords, NOT_A_TIME, notATime } from '../expiry.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import { entraSso, samlCore } from '../sources.js';
import { skewNeeded, utc } from '../time-words.js';

export const conditionsStarted = defineCheck({
  id: 'conditions-started',
  title: 'The assertion is already valid',
  stage: 'conditions',
  severity: 'error',
  why: "Before NotBefore the assertion does not hold. Entra dates NotBefore five minutes back, so a login that is too early by Entra's clock means that this clock is slow by more than that.",
  spec: [samlCore('2.5.1.2'), entraSso('Conditions')],
  needs: ['assertion', 'assertionDocument'],
  kinds: {
    clock: 'the message is from the future: one of the clocks is wrong',
    postdated: 'it was made to become valid later',
    'not-a-time': NOT_A_TIME,
  },
  remedies: ['set-clock', 'set-idp-clock'],
  run({ assertion, assertionDocument }, expected): Outcome {
    if (assertion.conditions.length === 0) return notApplicable('There are no Conditions: see conditions-present.');
    const now = expected.at.getTime();
    for (const { notBefore, element } of assertion.conditions) {
      if (!notBefore) continue;
      const at = () => place(assertionDocument, element);
      if (notBefore.ms === undefined) return notATime('NotBefore of Conditions', notBefore, at, expected);
      if (notBefore.ms <= now + expected.clockSkewMs) continue;
      const fromTheFuture = (assertion.issueInstant?.ms ?? now) > now;
      return fail(expected, {
        kind: fromTheFuture ? 'clock' : 'postdated',
        summary: `The assertion is not valid before ${utc(notBefore.ms)}, and it is ${utc(now)} here: ${earlyWords(notBefore.ms, assertion, expected)}`,
        expected: `not before ${notBefore.text}`,
        actual: utc(now),
        at,
        remedies: [['set-clock', { skew: skewNeeded(notBefore.ms - now) }], 'set-idp-clock'],
      });
    }
    return pass();
  },
});
