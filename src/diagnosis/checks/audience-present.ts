import { defineCheck, type Outcome } from '../check.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import { samlCore, samlProfiles } from '../sources.js';

export const audiencePresent = defineCheck({
  id: 'audience-present',
  title: 'The assertion says for whom it is',
  stage: 'parties',
  severity: 'error',
  why: 'Web single sign-on demands an AudienceRestriction. An assertion without one could be taken to any service provider that trusts the same identity provider.',
  spec: [samlProfiles('4.1.4.2'), samlCore('2.5.1.4')],
  needs: ['assertion', 'assertionDocument'],
  kinds: { missing: 'there is no AudienceRestriction', empty: 'an AudienceRestriction holds no Audience' },
  remedies: ['set-identifier', 'write-conditions'],
  run({ assertion, assertionDocument }, expected): Outcome {
    const [conditions] = assertion.conditions;
    if (!conditions) return notApplicable('There are no Conditions: see conditions-present.');
    const restrictions = assertion.conditions.flatMap(({ audienceRestrictions }) => audienceRestrictions);
    const empty = restrictions.find(({ audiences }) => audiences.length === 0);
    if (restrictions.length > 0 && !empty) return pass();
    if (restrictions.length === 0 && expected.serviceProvider.audienceOptional) {
      return notApplicable('There is none, and this service provider does not demand one.');
    }
    return fail(expected, {
      kind: empty ? 'empty' : 'missing',
      summary: empty
        ? 'An AudienceRestriction holds no Audience, so it allows nobody.'
        : 'Conditions holds no AudienceRestriction: the assertion does not say for which service provider it is.',
      expected: expected.serviceProvider.entityId ?? 'the entityID of this service provider',
      actual: 'no Audience',
      at: place(assertionDocument, empty?.element ?? conditions.element),
      remedies: ['set-identifier', 'write-conditions'],
    });
  },
});
