/** Which of the failures is the one to mend first. */

import type { Finding } from './check.js';
import { ownersOf } from './structure/owners.js';

/**
 * The failed check that explains most of the others: the earliest stage first, unless its failure is itself a symptom of another one.
 *
 * @returns The id of a check that failed (or crashed), never of one that is merely blocked; null when nothing failed.
 */
export function findRootCause(findings: readonly Finding[]): string | null {
  const failed = findings.filter(({ status, severity }) => status === 'fail' && severity === 'error');
  const root = failed.find((one) => !failed.some((other) => other !== one && isSymptom(one, other)));
  const crashed = findings.find(({ status, severity }) => status === 'crashed' && severity === 'error');
  return (root ?? failed[0] ?? crashed)?.id ?? null;
}

/** True when `one` would not fail if `other` were mended. */
function isSymptom(one: Finding, other: Finding): boolean {
  if (one.id === 'structure-as-in-schema' && ownersOf({ subject: one.actual ?? '' }).includes(other.id)) return true;
  return SYMPTOMS.some(([symptom, cause]) => matches(one, symptom) && matches(other, cause));
}

/** A check, or one of its kinds: `id` or `id/kind`. */
type Pattern = string;

const SYMPTOMS: readonly (readonly [symptom: Pattern, cause: Pattern])[] = [
  // A message for another service provider, region or account: the Identifier is what an administrator has to change.
  ['destination-matches/region', 'audience-matches/region'],
  ['recipient-matches/region', 'audience-matches/region'],
  // Without any audience it is the missing name of this service provider that counts.
  ['audience-present', 'audience-matches/missing'],
  // An error answer with an assertion hidden in it is an attack, not an error answer.
  ['status-is-success', 'one-assertion/misplaced'],
  // An element that is not the signed one has no signature of its own either.
  ['signature-present', 'signature-covers-assertion'],
  ['signature-reference-sound', 'signature-covers-assertion'],
  // A key nobody published cannot verify.
  ['signature-verifies/key-unknown', 'signing-certificate-published'],
  ['signing-certificate-published/unknown-and-does-not-verify', 'signature-verifies'],
  // Without a value there is no signature, and nothing else about it counts.
  ['signature-reference-sound/structure', 'signature-verifies/value-empty'],
  ['digest-matches', 'signature-verifies/value-empty'],
  // What was wrapped had to be put somewhere, and a second ID or signature written somewhere.
  ['structure-as-in-schema/unknown-attribute', 'ids-unique'],
  ['structure-as-in-schema/unknown-element', 'ids-unique'],
  ['structure-as-in-schema/unknown-element', 'one-assertion'],
  ['structure-as-in-schema/unknown-element', 'signature-covers-assertion'],
  // An algorithm that is refused is not computed.
  ['signature-verifies', 'signature-algorithm-strong'],
];

function matches(finding: Finding, pattern: Pattern): boolean {
  const [id, kind] = pattern.split('/');
  return finding.id === id && (kind === undefined || finding.kind === kind);
}
