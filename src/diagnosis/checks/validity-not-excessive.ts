import { defineCheck, type Outcome } from '../check.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import { entraSso, ourRule, samlCore } from '../sources.js';
import { duration, utc } from '../time-words.js';

const DAY = 86_400_000;
/** A day, and what an identity provider dates back. */
const LONGEST = DAY + 10 * 60_000;

export const validityNotExcessive = defineCheck({
  id: 'validity-not-excessive',
  title: 'The assertion lives for a reasonable time and is fresh',
  stage: 'conditions',
  severity: 'warning',
  why: "The longer an assertion lives, the longer a stolen one is useful. Entra's live about an hour, at most a day; one that was issued longer ago than its own validity lasts was put together by hand.",
  spec: [samlCore('2.5.1.2'), entraSso('Conditions'), ourRule('at most one day')],
  needs: ['assertion', 'assertionDocument'],
  kinds: {
    long: 'it lives longer than a day',
    'too-old': 'it was issued longer ago than its whole validity lasts (an error)',
  },
  remedies: ['shorten-validity', 'log-in-again', 'set-idp-clock'],
  run({ assertion, assertionDocument }, expected): Outcome {
    const conditions = assertion.conditions[0];
    const until = conditions?.notOnOrAfter?.ms;
    if (!conditions || until === undefined) return notApplicable('The assertion names no end of its validity.');
    const now = expected.at.getTime();
    const issued = assertion.issueInstant?.ms;
    const from = conditions.notBefore?.ms ?? issued;
    if (from === undefined) return notApplicable('The assertion names no beginning of its validity.');
    if (until <= now - expected.clockSkewMs)
      return notApplicable('The assertion has expired: see conditions-not-expired.');
    const window = until - from;
    const at = () => place(assertionDocument, conditions.element);
    const age = issued === undefined ? 0 : now - issued;
    if (age > window + expected.clockSkewMs && age > DAY) {
      return fail(expected, {
        kind: 'too-old',
        severity: 'error',
        summary: `The assertion was issued ${duration(age)} ago (${utc(issued ?? 0)}), yet it says it is valid now, for only ${duration(window)}: it was not made for this login.`,
        expected: `issued at most ${duration(window)} ago`,
        actual: `${duration(age)} ago`,
        at,
        remedies: ['log-in-again', 'set-idp-clock'],
      });
    }
    if (window <= LONGEST) return pass(`Valid for ${duration(window)}.`);
    return fail(expected, {
      kind: 'long',
      summary: `The assertion is valid for ${duration(window)}, until ${utc(until)}; an hour is usual.`,
      expected: `at most ${duration(LONGEST)}`,
      actual: duration(window),
      at,
      remedies: ['shorten-validity'],
    });
  },
});
