import { defineCheck, type Outcome } from '../check.js';
import { expired, NOT_A_TIME, notATime } from '../expiry.js';
import { notApplicable, pass, place } from '../outcomes.js';
import { samlCore, samlProfiles } from '../sources.js';
import { duration, skewWords, utc } from '../time-words.js';

export const sessionNotExpired = defineCheck({
  id: 'session-not-expired',
  title: 'The session at the identity provider has not ended',
  stage: 'authn',
  severity: 'error',
  why: 'SessionNotOnOrAfter is the moment at which the session of the user must end. Entra does not send it; other identity providers do.',
  spec: [samlCore('2.7.2'), samlProfiles('4.1.4.3')],
  needs: ['assertion', 'assertionDocument'],
  kinds: { expired: 'SessionNotOnOrAfter has passed', 'not-a-time': NOT_A_TIME },
  remedies: ['log-in-again', 'set-clock', 'set-idp-clock'],
  run({ assertion, assertionDocument }, expected): Outcome {
    const now = expected.at.getTime();
    const limited = assertion.authnStatements.filter(({ sessionNotOnOrAfter }) => sessionNotOnOrAfter);
    if (limited.length === 0) return notApplicable('The assertion sets no end of the session.');
    for (const { sessionNotOnOrAfter, element } of limited) {
      if (!sessionNotOnOrAfter) continue;
      const at = () => place(assertionDocument, element);
      const end = sessionNotOnOrAfter.ms;
      if (end === undefined) return notATime('SessionNotOnOrAfter', sessionNotOnOrAfter, at, expected);
      if (now - expected.clockSkewMs < end) continue;
      const summary = `The session of the user ended at ${utc(end)}, ${duration(now - end)} ago (${skewWords(expected.clockSkewMs)}).`;
      return expired(summary, { ...sessionNotOnOrAfter, ms: end }, at, expected);
    }
    return pass();
  },
});
