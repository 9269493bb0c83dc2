import { defineCheck, type Outcome } from '../check.js';
import { firstProblem, judgedSignatures, named, problemsOf } from '../judged-signatures.js';
import { fail, notApplicable, pass, placeIn } from '../outcomes.js';
import { exclusiveC14n, samlCore, xmlSignature } from '../sources.js';

const kinds = {
  'signed-info-missing': 'no SignedInfo',
  'several-signed-infos': 'more than one SignedInfo',
  'several-references': 'more than one Reference',
  'no-reference': 'no Reference',
  'reference-empty': 'the Reference names the whole document (URI="")',
  'reference-not-same-document': 'the Reference names something outside, or by XPointer',
  'reference-dangling': 'no element has the ID that is named',
  'transform-not-allowed': 'a transform other than enveloped-signature and exclusive canonicalization (XSLT, XPath)',
  'too-many-transforms': 'more than two transforms',
  'canonicalization-not-allowed': 'another canonicalization than the exclusive one without comments',
  'object-present': 'the signature carries an Object',
  'comment-inside': 'a comment or processing instruction inside the signature',
  structure: 'the signature is built in another way than XML Signature says',
} as const;

export const signatureReferenceSound = defineCheck({
  id: 'signature-reference-sound',
  title: 'The signature is built as SAML allows, and names its own element',
  stage: 'signature',
  severity: 'error',
  why: 'XML Signature can do far more than SAML needs, and attacks live in the rest: transforms that drop content, references to other elements, second digests. SAML allows one Reference by ID and two transforms.',
  spec: [samlCore('5.4.2'), samlCore('5.4.3'), samlCore('5.4.4'), xmlSignature('4.4.3'), exclusiveC14n('3')],
  needs: ['signatures', 'document'],
  kinds,
  remedies: ['sign-with-standard-profile', 'treat-as-attack'],
  run(_, expected, evidence): Outcome {
    const judged = judgedSignatures(evidence);
    if (judged.length === 0) return notApplicable('Nothing is signed.');
    const found = firstProblem(judged, problemsOf('signature-reference-sound'));
    if (!found) return pass();
    const { signature, problem } = found;
    return fail(expected, {
      kind: problem.kind,
      summary: `In ${named(signature)}: ${problem.detail}`,
      expected: 'one Reference to the ID of its own element; enveloped-signature, then exclusive canonicalization',
      actual: signature.referenceUri,
      at: placeIn(evidence, problem.element),
      remedies: ['sign-with-standard-profile', 'treat-as-attack'],
    });
  },
});
