import { defineCheck, type Outcome } from '../check.js';
import { bearerConfirmation } from '../confirmation.js';
import { expired, expiredWords, NOT_A_TIME, notATime } from '../expiry.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import { entraSso, samlProfiles } from '../sources.js';
import { utc } from '../time-words.js';

export const subjectConfirmationInTime = defineCheck({
  id: 'subject-confirmation-in-time',
  title: 'The assertion is presented in time',
  stage: 'subject',
  severity: 'error',
  why: 'NotOnOrAfter of SubjectConfirmationData is the last moment at which the bearer may present the assertion; the moment itself is already too late. Entra allows 60 minutes.',
  spec: [samlProfiles('4.1.4.2'), samlProfiles('4.1.4.3'), entraSso('SubjectConfirmationData')],
  needs: ['assertion', 'assertionDocument'],
  kinds: {
    expired: 'NotOnOrAfter has passed',
    missing: 'there is no NotOnOrAfter',
    'not-before': 'there is a NotBefore, which web single sign-on forbids (a warning once it has passed)',
    'not-a-time': NOT_A_TIME,
  },
  remedies: ['log-in-again', 'set-clock', 'set-idp-clock', 'bearer-confirmation'],
  run({ assertion, assertionDocument }, expected): Outcome {
    const data = bearerConfirmation(assertion, expected)?.data;
    if (!data)
      return notApplicable('There is no bearer confirmation data to look at: see bearer-confirmation-present.');
    const { notBefore, notOnOrAfter } = data;
    const at = () => place(assertionDocument, data.element);
    if (!notOnOrAfter) {
      return fail(expected, {
        kind: 'missing',
        summary: 'SubjectConfirmationData has no NotOnOrAfter: the assertion could be presented for ever.',
        expected: 'NotOnOrAfter',
        actual: 'none',
        at,
        remedies: ['bearer-confirmation'],
      });
    }
    if (notOnOrAfter.ms === undefined)
      return notATime('NotOnOrAfter of SubjectConfirmationData', notOnOrAfter, at, expected);
    const now = expected.at.getTime();
    if (now - expected.clockSkewMs >= notOnOrAfter.ms) {
      const summary = `The assertion was to be presented before ${utc(notOnOrAfter.ms)}, and it is ${utc(now)} here: ${expiredWords(notOnOrAfter.ms, assertion, expected)}`;
      return expired(summary, { ...notOnOrAfter, ms: notOnOrAfter.ms }, at, expected);
    }
    if (!notBefore) return pass(`Until ${utc(notOnOrAfter.ms)}.`);
    return fail(expected, {
      kind: 'not-before',
      severity: notBefore.ms !== undefined && notBefore.ms <= now + expected.clockSkewMs ? 'warning' : undefined,
      summary: `SubjectConfirmationData has a NotBefore (${notBefore.text.slice(0, 60)}), which web single sign-on forbids there.`,
      expected: 'no NotBefore',
      actual: notBefore.text,
      at,
      remedies: ['bearer-confirmation'],
    });
  },
});
