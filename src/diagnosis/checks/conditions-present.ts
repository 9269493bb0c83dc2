import { defineCheck, type Outcome } from '../check.js';
import { fail, pass, place } from '../outcomes.js';
import { samlCore, samlProfiles } from '../sources.js';

export const conditionsPresent = defineCheck({
  id: 'conditions-present',
  title: 'The assertion has Conditions',
  stage: 'conditions',
  severity: 'error',
  why: 'Conditions says from when until when, and for whom, the assertion holds. Without it the assertion would hold always and everywhere.',
  spec: [samlProfiles('4.1.4.2'), samlCore('2.5.1')],
  needs: ['assertion', 'assertionDocument'],
  kinds: { missing: 'there are no Conditions' },
  remedies: ['write-conditions'],
  run({ assertion, assertionDocument }, expected): Outcome {
    if (assertion.conditions.length > 0) return pass();
    return fail(expected, {
      kind: 'missing',
      summary: 'The assertion has no Conditions: it says neither how long nor for whom it holds.',
      expected: 'Conditions with AudienceRestriction and NotOnOrAfter',
      actual: 'no Conditions',
      at: place(assertionDocument, assertion.element),
      remedies: ['write-conditions'],
    });
  },
});
