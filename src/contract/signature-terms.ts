import { lastSegment } from './claim-names.js';
import type { ContractFacts, SignatureTerms } from './contract.js';
import type { Violation } from './violation.js';

export function signatureViolations(terms: SignatureTerms, { signatures }: ContractFacts): Violation[] {
  const asked = (['algorithms', 'digests', 'covers'] as const).filter((key) => terms[key] !== undefined);
  if (asked.length === 0) return [];
  if (!signatures || signatures.length === 0) {
    const message = 'No signature verifies, so what the contract says of signatures cannot hold.';
    return [{ keys: ['signature'], message, expected: 'a valid signature', actual: 'none' }];
  }
  const { algorithms, digests, covers = [] } = terms;
  return [
    ...outside(
      'algorithms',
      algorithms,
      signatures.map((signature) => signature.algorithm),
    ),
    ...outside(
      'digests',
      digests,
      signatures.flatMap((signature) => signature.digest ?? []),
    ),
    ...covers
      .filter((part) => !signatures.some((signature) => signature.covers === part))
      .map((part) => ({
        keys: ['signature', 'covers'],
        message: `The ${part} is not signed.`,
        expected: `a signature on the ${part}`,
        actual: `signed: ${[...new Set(signatures.map((signature) => signature.covers))].join(', ')}`,
      })),
  ];
}

function outside(key: string, allowed: readonly string[] | undefined, used: readonly string[]): Violation[] {
  if (!allowed) return [];
  const strange = [...new Set(used)].filter(
    (uri) => !allowed.some((name) => uri === name || lastSegment(uri) === name),
  );
  if (strange.length === 0) return [];
  const message = `A signature uses an algorithm that the contract does not allow.`;
  return [{ keys: ['signature', key], message, expected: allowed.join(' or '), actual: strange.join(', ') }];
}
