import { defineCheck, type Outcome } from '../check.js';
import { expired, expiredWords, NOT_A_TIME, notATime } from '../expiry.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import { entraSso, samlCore } from '../sources.js';
import { utc } from '../time-words.js';

export const conditionsNotExpired = defineCheck({
  id: 'conditions-not-expired',
  title: 'The assertion has not expired',
  stage: 'conditions',
  severity: 'error',
  why: 'From NotOnOrAfter on the assertion no longer holds; the moment itself is already too late. Entra lets it live for about an hour.',
  spec: [samlCore('2.5.1.2'), entraSso('Conditions')],
  needs: ['assertion', 'assertionDocument'],
  kinds: {
    expired: 'NotOnOrAfter has passed',
    missing: 'there is no NotOnOrAfter: only the bearer confirmation ends (a warning)',
    'not-a-time': NOT_A_TIME,
  },
  remedies: ['log-in-again', 'set-clock', 'set-idp-clock', 'write-conditions'],
  run({ assertion, assertionDocument }, expected): Outcome {
    if (assertion.conditions.length === 0) return notApplicable('There are no Conditions: see conditions-present.');
    const now = expected.at.getTime();
    for (const { notOnOrAfter, element } of assertion.conditions) {
      const at = () => place(assertionDocument, element);
      if (!notOnOrAfter) continue;
      if (notOnOrAfter.ms === undefined) return notATime('NotOnOrAfter of Conditions', notOnOrAfter, at, expected);
      if (now - expected.clockSkewMs < notOnOrAfter.ms) continue;
      const summary = `The assertion expired at ${utc(notOnOrAfter.ms)}, and it is ${utc(now)} here: ${expiredWords(notOnOrAfter.ms, assertion, expected)}`;
      return expired(summary, { ...notOnOrAfter, ms: notOnOrAfter.ms }, at, expected);
    }
    const unlimited = assertion.conditions.every(({ notOnOrAfter }) => notOnOrAfter === undefined);
    if (!unlimited) return pass();
    return fail(expected, {
      kind: 'missing',
      severity: 'warning',
      summary:
        'Conditions has no NotOnOrAfter: the assertion itself never expires, only its presentation by a bearer does.',
      expected: 'NotOnOrAfter',
      actual: 'none',
      at: place(assertionDocument, assertion.conditions[0]?.element),
      remedies: ['write-conditions'],
    });
  },
});
