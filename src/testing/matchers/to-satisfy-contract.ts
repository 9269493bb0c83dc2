import type { Contract, ContractViolation } from '../../contract/contract.js';
import { evaluateContract } from '../../contract/evaluate.js';
import type { MatcherResult } from '../matcher-result.js';
import { remedyLine } from '../remedy-text.js';
import { loginWithClaims } from '../subject.js';

/** The login keeps every term of the claim contract; every violation is listed. */
export function toSatisfyContract(subject: unknown, contract: Contract): MatcherResult {
  const violations = evaluateContract(contract, loginWithClaims(subject));
  return {
    pass: violations.length === 0,
    message: () =>
      violations.length === 0
        ? 'Expected the login to break the contract, but it keeps every term.'
        : [
            `Expected the login to keep the contract, but it breaks ${violations.length === 1 ? 'one term' : `${violations.length} terms`}:`,
            ...violations.map(violationText),
            remedyLine('entra/claims', 'Make the claims as the contract says, or change the contract.'),
          ].join('\n'),
  };
}

function violationText({ path, message, expected, actual }: ContractViolation): string {
  return `  ${path || 'the whole contract'}: ${message}\n    expected  ${expected}\n    actual    ${actual}`;
}
