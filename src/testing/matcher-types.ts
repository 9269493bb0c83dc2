import type { Contract } from '../contract/contract.js';

/**
 * The matchers as a test author sees them; both runners' types are augmented with this one interface. Each takes what `signIn()`,
 * `nextLogin()` or `diagnose()` resolved to, and throws HarnessError `MATCHER_MISUSED` for anything else, and for the id of a check
 * that there is not.
 */
export interface SamlMatchers<R = unknown> {
  /** No error-severity check failed, is blocked or crashed. */
  toBeAccepted(): R;
  /** Refused, and the root cause is this check. */
  toBeRejectedBecause(checkId: string): R;
  /** Exactly these checks failed, in any order and of any severity. */
  toFailOnlyChecks(checkIds: readonly string[]): R;
  /** The verified NameID has this value and, if given, this format (URN or last segment). */
  toHaveNameId(value: string, format?: string): R;
  /** A verified claim of this name (full URI or last segment) is there and, if given, has this value among its own: a list is all of them. */
  toHaveClaim(name: string, value?: string | RegExp | readonly string[]): R;
  /** The login keeps every term of the claim contract. Throws HarnessError `CONTRACT_INVALID` for a key that no contract has. */
  toSatisfyContract(contract: Contract): R;
}
