import { defineCheck, type Outcome } from '../check.js';
import { judgedSignatures } from '../judged-signatures.js';
import { fail, notApplicable, pass, place } from '../outcomes.js';
import { entraSigning, samlProfiles } from '../sources.js';

export const responseSignedWhenRequired = defineCheck({
  id: 'response-signed-when-required',
  title: 'The Response is signed, if this service provider demands it',
  stage: 'signature',
  severity: 'error',
  why: 'Entra signs the assertion only, unless its Signing Option says otherwise. A service provider that demands a signed Response refuses such a login although the assertion is signed well.',
  spec: [entraSigning('Sign SAML response'), samlProfiles('4.1.4.5')],
  needs: ['signatures', 'response', 'document'],
  kinds: { 'assertion-only': 'only the assertion is signed', none: 'nothing is signed' },
  remedies: ['sign-response', 'relax-response-signature'],
  run({ response, document }, expected, evidence): Outcome {
    if (!expected.serviceProvider.responseMustBeSigned) {
      return notApplicable('This service provider does not demand a signed Response.');
    }
    const judged = judgedSignatures(evidence);
    if (judged.some(({ on }) => on === 'Response')) return pass();
    const assertionOnly = judged.some(({ on }) => on === 'Assertion');
    return fail(expected, {
      kind: assertionOnly ? 'assertion-only' : 'none',
      summary: `The Response is not signed, and this service provider demands it${assertionOnly ? '; only the Assertion is' : ''}.`,
      expected: 'a signature on the Response',
      actual: assertionOnly ? 'a signature on the Assertion only' : 'no signature',
      at: place(document, response.element),
      remedies: ['sign-response', 'relax-response-signature'],
    });
  },
});
