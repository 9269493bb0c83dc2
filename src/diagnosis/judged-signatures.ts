import type { Evidence, Signature, SignatureProblem } from '../saml/evidence.js';
import { oncePerText } from '../saml/once-per-text.js';

/**
 * The signatures that count for a verdict: on the Response, on an Assertion directly under it, and whatever stands where SAML has
 * none. Not those of assertions inside Advice, which belong to somebody else and are never read (SAML core 2.6.1).
 */
export function judgedSignatures({ signatures = [], response }: Partial<Evidence>): readonly Signature[] {
  return signatures.filter(
    (signature) =>
      signature.on !== 'elsewhere' ||
      signature.problems.some(({ kind }) => kind === 'misplaced') ||
      (response !== undefined && signature.element.parent?.parent === response.element),
  );
}

/** `the signature on the Assertion`. */
export function named({ on, element }: Signature): string {
  return on === 'elsewhere'
    ? `the signature in ${element.parent?.localName ?? 'the message'}`
    : `the signature on the ${on}`;
}

/** The first of the judged signatures with a problem of one of these kinds, and that problem. */
export function firstProblem(
  signatures: readonly Signature[],
  kinds: readonly SignatureProblem[],
): { readonly signature: Signature; readonly problem: Signature['problems'][number] } | undefined {
  for (const signature of signatures) {
    const problem = signature.problems.find(({ kind }) => kinds.includes(kind));
    if (problem) return { signature, problem };
  }
  return undefined;
}

/** Which check answers for each problem. Complete by its type: a new kind of problem has to be given to a check. */
const PROBLEM_CHECK = {
  misplaced: 'signature-covers-assertion',
  'reference-not-parent': 'signature-covers-assertion',
  'reference-ambiguous': 'signature-covers-assertion',
  'signed-info-missing': 'signature-reference-sound',
  'several-signed-infos': 'signature-reference-sound',
  'several-references': 'signature-reference-sound',
  'no-reference': 'signature-reference-sound',
  'reference-empty': 'signature-reference-sound',
  'reference-not-same-document': 'signature-reference-sound',
  'reference-dangling': 'signature-reference-sound',
  'transform-not-allowed': 'signature-reference-sound',
  'too-many-transforms': 'signature-reference-sound',
  'canonicalization-not-allowed': 'signature-reference-sound',
  'object-present': 'signature-reference-sound',
  'comment-inside': 'signature-reference-sound',
  structure: 'signature-reference-sound',
  'algorithm-not-allowed': 'signature-algorithm-strong',
  'signature-value-empty': 'signature-verifies',
  'key-type-mismatch': 'signature-verifies',
} as const satisfies Record<SignatureProblem, string>;

/** The kinds of problem one check answers for. */
export const problemsOf = oncePerText<readonly SignatureProblem[]>(
  (check: string) => (Object.keys(PROBLEM_CHECK) as SignatureProblem[]).filter((kind) => PROBLEM_CHECK[kind] === check),
  { most: 16, longest: 80 },
) as (check: (typeof PROBLEM_CHECK)[SignatureProblem]) => readonly SignatureProblem[];
