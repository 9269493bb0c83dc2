import type { Signature } from '../../saml/evidence.js';
import { pathOf } from '../../saml/locate.js';
import { defineCheck, type Outcome } from '../check.js';
import { firstProblem, judgedSignatures, named, problemsOf } from '../judged-signatures.js';
import { fail, notApplicable, pass, placeIn } from '../outcomes.js';
import { show } from '../show.js';
import { samlCore, xmlSignature } from '../sources.js';

const kinds = {
  misplaced: 'a signature stands where SAML has none',
  'reference-not-parent': 'the signature covers another element than the one it stands in (signature wrapping)',
  'reference-ambiguous': 'several elements have the ID the signature names',
  'other-assertion': 'the signed assertion is not the one that is read',
} as const;

const WRAPPED = 'That is how a genuine signature is wrapped around a forged assertion.';

export const signatureCoversAssertion = defineCheck({
  id: 'signature-covers-assertion',
  title: 'The assertion that is read is the element that is signed',
  stage: 'signature',
  severity: 'error',
  why: 'A genuine signature proves nothing about what stands beside it. In a wrapping attack the signed element is moved aside and a forged one takes its place.',
  spec: [samlCore('5.4.2'), samlCore('5.4.1'), xmlSignature('8.1.3')],
  needs: ['signatures', 'response', 'assertion', 'document'],
  kinds,
  remedies: ['treat-as-attack', 'sign-with-standard-profile'],
  run({ response, assertion }, expected, evidence): Outcome {
    const judged = judgedSignatures(evidence);
    const found = firstProblem(judged, problemsOf('signature-covers-assertion'));
    if (found) {
      const { signature, problem } = found;
      return fail(expected, {
        kind: problem.kind,
        summary: `${whatIsWrong(signature, problem)} ${WRAPPED}`,
        expected: signature.element.parent && `${pathOf(signature.element.parent)} signed by the signature in it`,
        actual: signature.referenced
          ? `${pathOf(signature.referenced)} signed`
          : show(signature.referenceUri ?? 'no Reference', 120),
        at: placeIn(evidence, signature.element),
        remedies: ['treat-as-attack', 'sign-with-standard-profile'],
      });
    }
    if (judged.length === 0) return notApplicable('Nothing is signed.');
    const covers = ({ on, referenced }: Signature) =>
      (on === 'Assertion' && referenced === assertion.element) ||
      (on === 'Response' && referenced === response.element);
    if (judged.some(covers)) return pass(`Covered by ${named(judged.find(covers) as Signature)}.`);
    const other = judged.find(({ on }) => on === 'elsewhere');
    if (!other) return notApplicable('What the signature covers cannot be said: see signature-reference-sound.');
    return fail(expected, {
      kind: 'other-assertion',
      summary: `The signature stands on another assertion than the one that is read. ${WRAPPED}`,
      expected: pathOf(assertion.element),
      actual: other.element.parent && pathOf(other.element.parent),
      at: placeIn(evidence, other.element),
      remedies: ['treat-as-attack'],
    });
  },
});

function whatIsWrong({ element, referenced }: Signature, { kind, detail }: Signature['problems'][number]): string {
  if (kind !== 'reference-not-parent' || !element.parent || !referenced) return detail;
  return `The signature in ${pathOf(element.parent)} covers ${pathOf(referenced)}, not the element it stands in.`;
}
