import type { Signature } from '../../saml/evidence.js';
import { defineCheck, type Outcome } from '../check.js';
import { judgedSignatures, named } from '../judged-signatures.js';
import { fail, notApplicable, pass, placeIn } from '../outcomes.js';
import { samlCore, xmlSignature } from '../sources.js';

const kinds = {
  changed: 'a value, a name or an element was changed',
  'line-ends-normalized': 'only line ends were changed (CRLF)',
  'white-space-removed': 'only white space between elements was added: pretty-printed',
  'other-encoding': 'characters were re-encoded',
} as const;

const WORDS: Readonly<Record<keyof typeof kinds, string>> = {
  changed: 'its content was changed after signing',
  'line-ends-normalized': 'only its line ends were changed after signing (CRLF against LF)',
  'white-space-removed': 'it was re-indented (pretty-printed) after signing; nothing else changed',
  'other-encoding': 'its characters were re-encoded after signing (UTF-8 read as Latin-1)',
};

export const digestMatches = defineCheck({
  id: 'digest-matches',
  title: 'What is signed is unchanged',
  stage: 'signature',
  severity: 'error',
  why: 'The digest in the signature is a fingerprint of the signed element. When it differs, something was changed after the identity provider signed: a value, or only white space on the way.',
  spec: [xmlSignature('3.2.1'), samlCore('5.4')],
  needs: ['signatures', 'document'],
  kinds,
  remedies: ['do-not-touch-signed', 'treat-as-attack'],
  run(_, expected, evidence): Outcome {
    const judged = judgedSignatures(evidence);
    if (judged.length === 0) return notApplicable('Nothing is signed.');
    const differing = judged.find(({ digest }) => digest === 'differs');
    if (!differing) {
      const computed = judged.some(({ digest }) => digest === 'matches');
      return computed
        ? pass()
        : notApplicable('No digest could be computed: see the checks of the signature before this one.');
    }
    const kind = differing.digestWouldMatch ?? 'changed';
    return fail(expected, {
      kind,
      summary: `${piece(differing)} is not what was signed: ${WORDS[kind]}.${stillGood(differing, judged)}`,
      expected: differing.digestExpected && `digest ${differing.digestExpected}`,
      actual: differing.digestActual && `digest ${differing.digestActual}`,
      at: placeIn(evidence, differing.referenced ?? differing.element),
      remedies: kind === 'changed' ? ['do-not-touch-signed', 'treat-as-attack'] : ['do-not-touch-signed'],
    });
  },
});

function piece({ referenced }: Signature): string {
  return `The ${referenced?.localName ?? 'signed element'}`;
}

function stillGood(differing: Signature, judged: readonly Signature[]): string {
  const good = judged.find((one) => one !== differing && one.digest === 'matches');
  return good ? ` What ${named(good)} covers is unchanged.` : '';
}
