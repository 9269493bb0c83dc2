import { defineCheck, type Outcome } from '../check.js';
import { ISSUER_KINDS, judgeIssuer } from '../issuer.js';
import { judgedSignatures } from '../judged-signatures.js';
import { fail, pass, place } from '../outcomes.js';
import { entraSso, samlCore, samlProfiles } from '../sources.js';

export const responseIssuerMatches = defineCheck({
  id: 'response-issuer-matches',
  title: 'The Response is from the identity provider that is configured',
  stage: 'parties',
  severity: 'error',
  why: 'The Issuer says who answers. For Entra it is https://sts.windows.net/<tenant>/ with the slash at its end, not the login URL.',
  spec: [samlProfiles('4.1.4.2'), samlCore('2.2.5'), entraSso('Issuer')],
  needs: ['response', 'document'],
  kinds: {
    ...ISSUER_KINDS,
    missing: 'a signed Response, or one around an encrypted assertion, has no Issuer (a warning)',
  },
  remedies: ['set-idp-entity-id', 'use-right-tenant', 'set-issuer'],
  run({ response, document }, expected, evidence): Outcome {
    const { issuer } = response;
    if (issuer) return judgeIssuer('Response', issuer, () => place(document, issuer.element), expected);
    const signed = judgedSignatures(evidence).some(({ on }) => on === 'Response');
    if (!signed && response.encryptedAssertions.length === 0) {
      return pass('The Response has no Issuer, which an unsigned Response may leave out.');
    }
    return fail(expected, {
      kind: 'missing',
      // The Issuer of the assertion, which is signed, is the one that decides.
      severity: 'warning',
      summary: `The Response has no Issuer; ${signed ? 'a signed one' : 'one around an encrypted assertion'} must have it.`,
      expected: expected.identityProvider.entityId ?? "the identity provider's entityID",
      actual: 'no Issuer',
      at: place(document, response.element),
      remedies: ['set-issuer'],
    });
  },
});
