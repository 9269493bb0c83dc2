import { defineCheck, type Outcome } from '../check.js';
import { fail, pass, place } from '../outcomes.js';
import { samlCore, samlProfiles } from '../sources.js';

export const authnStatementPresent = defineCheck({
  id: 'authn-statement-present',
  title: 'The assertion says that the user signed in',
  stage: 'authn',
  severity: 'error',
  why: 'An AuthnStatement is what makes an assertion a login. Without it the assertion only describes somebody.',
  spec: [samlProfiles('4.1.4.2'), samlCore('2.7.2')],
  needs: ['assertion', 'assertionDocument'],
  kinds: { missing: 'there is no AuthnStatement' },
  remedies: ['write-authn-statement'],
  run({ assertion, assertionDocument }, expected): Outcome {
    if (assertion.authnStatements.length > 0) return pass();
    return fail(expected, {
      kind: 'missing',
      summary: 'The assertion has no AuthnStatement: it does not say that anybody signed in.',
      expected: 'an AuthnStatement',
      actual: 'none',
      at: place(assertionDocument, assertion.element),
      remedies: ['write-authn-statement'],
    });
  },
});
