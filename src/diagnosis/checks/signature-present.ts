import { defineCheck, type Outcome } from '../check.js';
import { judgedSignatures } from '../judged-signatures.js';
import { fail, pass, place } from '../outcomes.js';
import { listed } from '../show.js';
import { entraSigning, samlProfiles } from '../sources.js';

export const signaturePresent = defineCheck({
  id: 'signature-present',
  title: 'The Response or the Assertion is signed',
  stage: 'signature',
  severity: 'error',
  why: 'Only a signature says who made the message; without one anybody could have written it. The HTTP-POST binding passes through the browser of the user.',
  spec: [samlProfiles('4.1.4.5'), entraSigning('Sign SAML assertion')],
  needs: ['signatures', 'assertion', 'assertionDocument'],
  kinds: { none: 'nothing is signed', elsewhere: 'there is a signature, but not where it would count' },
  remedies: ['sign-assertion', 'do-not-touch-signed'],
  run({ assertion, assertionDocument }, expected, evidence): Outcome {
    const judged = judgedSignatures(evidence);
    const onPieces = judged.filter(({ problems }) => problems.every(({ kind }) => kind !== 'misplaced'));
    if (onPieces.length > 0) {
      return pass(
        `Signed: ${listed([...new Set(onPieces.map(({ on }) => (on === 'elsewhere' ? 'another Assertion' : on)))])}.`,
      );
    }
    return fail(expected, {
      kind: judged.length > 0 ? 'elsewhere' : 'none',
      summary:
        judged.length > 0
          ? 'Neither the Response nor the Assertion is signed; the only signature stands somewhere else.'
          : 'Neither the Response nor the Assertion is signed: nothing says who made this message.',
      expected: 'a Signature directly in Assertion or Response',
      actual: 'none',
      at: place(assertionDocument, assertion.element),
      remedies: ['sign-assertion', 'do-not-touch-signed'],
    });
  },
});
