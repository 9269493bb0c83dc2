/** Holds a login against a contract. Nothing stops at the first violation. */

import { claimViolations, forbiddenViolations } from './claim-terms.js';
import type { Contract, ContractFacts, ContractViolation } from './contract.js';
import { contractFacts, type LoginLike } from './contract-facts.js';
import { refuseUnknownKeys } from './known-keys.js';
import { nameIdViolations } from './name-id-terms.js';
import { signatureViolations } from './signature-terms.js';
import { pathOf } from './terms-path.js';
import type { Violation } from './violation.js';

/**
 * Every way in which a login does not keep a contract; empty when it keeps it. Values are compared character by character,
 * names of claims in full or by their last segment, patterns are unanchored and know Unicode. Claims that stand under no
 * trusted signature keep no contract, whatever they say.
 *
 * @param contract as in a contract file: `nameId`, `claims`, `forbid`, `signature`
 * @param login a login record, what `diagnose()` resolved to, or the plain facts of one
 * @param lineOf line of a term in the contract's file, from 1
 * @returns a violation for each term, in the order of the contract: `path` (`claims.groups.min`), `message`, `expected`, `actual`, and
 *   `line` where it is known
 * @throws HarnessError `CONTRACT_INVALID` for a key that no contract has, or a pattern that is no regular expression
 */
export function evaluateContract(
  contract: Contract,
  login: ContractFacts | LoginLike,
  lineOf?: (keys: readonly string[]) => number | undefined,
): ContractViolation[] {
  refuseUnknownKeys(contract);
  const facts = contractFacts(login);
  const violations: Violation[] = [
    ...(facts.verified ? [] : [unverified]),
    ...nameIdViolations(contract.nameId ?? {}, facts),
    ...Object.entries(contract.claims ?? {}).flatMap(([name, terms]) => claimViolations(name, terms, facts)),
    ...forbiddenViolations(contract.forbid ?? [], facts),
    ...signatureViolations(contract.signature ?? {}, facts),
  ];
  return violations.map((violation) => {
    const line = lineOf?.(violation.keys);
    return { ...violation, path: pathOf(violation.keys), ...(line !== undefined && { line }) };
  });
}

const unverified: Violation = {
  keys: [],
  message: 'The claims stand under no trusted signature, so nothing they say counts.',
  expected: "claims under a valid signature of the IdP's published key",
  actual: 'unverified claims',
};
