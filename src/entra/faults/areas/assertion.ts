import type { Fault } from '../../fault.js';
import { assertionInExtensions } from '../assertion-in-extensions.js';
import { assertionInForeignNamespace } from '../assertion-in-foreign-namespace.js';
import { noAssertion } from '../no-assertion.js';
import { twoAssertions } from '../two-assertions.js';

export const assertionFaults: readonly Fault[] = [
  noAssertion,
  twoAssertions,
  assertionInExtensions,
  assertionInForeignNamespace,
];
