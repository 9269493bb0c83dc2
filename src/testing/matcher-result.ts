/** What jest and vitest both expect of a matcher. `message` is only called when the assertion fails. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}
