import { defineCheck, type Outcome } from '../check.js';
import { judgedSignatures } from '../judged-signatures.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import { entraSigning, samlMetadata } from '../sources.js';

export const assertionSignedWhenRequired = defineCheck({
  id: 'assertion-signed-when-required',
  title: 'The Assertion is signed, if this service provider demands it',
  stage: 'signature',
  severity: 'error',
  why: 'A signature on the Response covers the assertion as well, but some service providers look for one on the assertion itself (WantAssertionsSigned).',
  spec: [samlMetadata('2.4.4'), entraSigning('Sign SAML assertion')],
  needs: ['signatures', 'assertion', 'assertionDocument'],
  kinds: { 'response-only': 'only the Response is signed', none: 'nothing is signed' },
  remedies: ['sign-assertion'],
  run({ assertion, assertionDocument }, expected, evidence): Outcome {
    if (!expected.serviceProvider.assertionMustBeSigned) {
      return notApplicable('This service provider does not demand a signature on the Assertion itself.');
    }
    const judged = judgedSignatures(evidence);
    if (judged.some(({ on }) => on === 'Assertion')) return pass();
    const responseOnly = judged.some(({ on }) => on === 'Response');
    return fail(expected, {
      kind: responseOnly ? 'response-only' : 'none',
      summary: `The Assertion is not signed, and this service provider demands it${responseOnly ? '; only the Response is' : ''}.`,
      expected: 'a signature on the Assertion',
      actual: responseOnly ? 'a signature on the Response only' : 'no signature',
      at: place(assertionDocument, assertion.element),
      remedies: ['sign-assertion'],
    });
  },
});
