import { claimsNamed, lastSegment } from './claim-names.js';
import type { ContractFacts, NameIdTerms } from './contract.js';
import { misfits, quoted, type Violation } from './violation.js';

export function nameIdViolations(terms: NameIdTerms, facts: ContractFacts): Violation[] {
  if (Object.keys(terms).length === 0) return [];
  const { nameId } = facts;
  if (nameId === undefined) return [violation([], 'The login carries no NameID.', 'a NameID', 'none')];
  return [...format(terms, facts), ...value(terms, nameId), ...sameAsClaim(terms, nameId, facts)];
}

function format({ format: wanted }: NameIdTerms, { nameIdFormat }: ContractFacts): Violation[] {
  if (wanted === undefined || nameIdFormat === wanted || lastSegment(nameIdFormat ?? '') === wanted) return [];
  return [violation(['format'], 'The NameID has another format.', wanted, nameIdFormat ?? 'no Format attribute')];
}

function value({ pattern, equals }: NameIdTerms, nameId: string): Violation[] {
  const found: Violation[] = [];
  if (pattern !== undefined && misfits([nameId], pattern).length > 0)
    found.push(violation(['pattern'], 'The NameID does not fit the pattern.', `/${pattern}/`, quoted([nameId])));
  if (equals !== undefined && nameId !== equals)
    found.push(violation(['equals'], 'The NameID is another one.', quoted([equals]), quoted([nameId])));
  return found;
}

function sameAsClaim({ equalsClaim }: NameIdTerms, nameId: string, { claims }: ContractFacts): Violation[] {
  if (equalsClaim === undefined) return [];
  const names = claimsNamed(equalsClaim, claims);
  const values = names.flatMap((name) => claims[name] ?? []);
  if (names.length === 1 && values.length === 1 && values[0] === nameId) return [];
  const why =
    names.length === 0
      ? `There is no claim ${equalsClaim} to compare the NameID with.`
      : values.length === 1 && values[0]?.toLowerCase() === nameId.toLowerCase()
        ? `The NameID and the claim ${equalsClaim} differ in case only.`
        : `The NameID is not the value of the claim ${equalsClaim}.`;
  return [violation(['equalsClaim'], why, quoted([nameId]), quoted(values))];
}

function violation(keys: readonly string[], message: string, expected: string, actual: string): Violation {
  return { keys: ['nameId', ...keys], message, expected, actual };
}
