import { defineCheck, type Outcome } from '../check.js';
import { ISSUER_KINDS, judgeIssuer } from '../issuer.js';
import { fail, place } from '../outcomes.js';
import { entraSso, samlCore, samlProfiles } from '../sources.js';

export const assertionIssuerMatches = defineCheck({
  id: 'assertion-issuer-matches',
  title: 'The assertion is from the identity provider that is configured',
  stage: 'parties',
  severity: 'error',
  why: 'The Issuer of the assertion is the one that counts, because it stands under the signature. It must be the identity provider whose key is trusted.',
  spec: [samlCore('2.3.3'), samlCore('2.2.5'), samlProfiles('4.1.4.2'), entraSso('Issuer')],
  needs: ['assertion', 'assertionDocument'],
  kinds: { ...ISSUER_KINDS, missing: 'the assertion has no Issuer' },
  remedies: ['set-idp-entity-id', 'use-right-tenant', 'set-issuer'],
  run({ assertion, assertionDocument }, expected): Outcome {
    const { issuer } = assertion;
    if (issuer) return judgeIssuer('Assertion', issuer, () => place(assertionDocument, issuer.element), expected);
    return fail(expected, {
      kind: 'missing',
      summary: 'The Assertion has no Issuer: it does not say who vouches for the user.',
      expected: expected.identityProvider.entityId ?? "the identity provider's entityID",
      actual: 'no Issuer',
      at: place(assertionDocument, assertion.element),
      remedies: ['set-issuer'],
    });
  },
});
