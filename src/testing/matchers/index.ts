export { toBeAccepted } from './to-be-accepted.js';
export { toBeRejectedBecause } from './to-be-rejected-because.js';
export { toFailOnlyChecks } from './to-fail-only-checks.js';
export { toHaveClaim } from './to-have-claim.js';
export { toHaveNameId } from './to-have-name-id.js';
export { toSatisfyContract } from './to-satisfy-contract.js';
