import { defineCheck, type Outcome } from '../check.js';
import { fail, pass, place } from '../outcomes.js';
import { samlCore, samlProfiles } from '../sources.js';

export const subjectPresent = defineCheck({
  id: 'subject-present',
  title: 'The assertion has a Subject',
  stage: 'subject',
  severity: 'error',
  why: 'The Subject says who signed in. An assertion without one is about nobody.',
  spec: [samlProfiles('4.1.4.2'), samlCore('2.4.1')],
  needs: ['assertion', 'assertionDocument'],
  kinds: { missing: 'there is no Subject' },
  remedies: ['write-subject'],
  run({ assertion, assertionDocument }, expected): Outcome {
    if (assertion.subject) return pass();
    return fail(expected, {
      kind: 'missing',
      summary: 'The assertion has no Subject: it does not say who signed in.',
      expected: 'Subject with NameID and SubjectConfirmation',
      actual: 'no Subject',
      at: place(assertionDocument, assertion.element),
      remedies: ['write-subject'],
    });
  },
});
