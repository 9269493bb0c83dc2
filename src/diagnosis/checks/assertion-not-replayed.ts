import { defineCheck, type Outcome } from '../check.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import { show } from '../show.js';
import { samlCore, samlProfiles } from '../sources.js';
import { duration, utc } from '../time-words.js';

export const assertionNotReplayed = defineCheck({
  id: 'assertion-not-replayed',
  title: 'The assertion was not used before',
  stage: 'correlation',
  severity: 'error',
  why: "Whoever holds a bearer assertion is taken for the user, so each may be used once. With IdP-initiated logins the assertion's ID is the only thing that tells a replay.",
  spec: [samlProfiles('4.1.4.5'), samlCore('2.5.1.5')],
  needs: ['assertion', 'assertionDocument'],
  kinds: { replayed: 'an assertion with this ID was accepted before' },
  remedies: ['new-assertion-each-time', 'log-in-again'],
  run({ assertion, assertionDocument }, expected): Outcome {
    const { replay, at } = expected;
    if (!replay) return notApplicable('Only a running service provider remembers which assertions it has accepted.');
    const first = replay.firstAcceptedAt;
    if (!first) return pass();
    const login = replay.firstLoginId === undefined ? '' : ` (login ${show(replay.firstLoginId, 60)})`;
    return fail(expected, {
      kind: 'replayed',
      summary: `The assertion ${show(assertion.id ?? '', 100)} was already used ${duration(at.getTime() - first.getTime())} ago${login}: this is a second post of it.`,
      expected: 'an assertion not seen before',
      actual: `first accepted at ${utc(first.getTime())}`,
      at: place(assertionDocument, assertion.element),
      remedies: ['new-assertion-each-time', 'log-in-again'],
    });
  },
});
