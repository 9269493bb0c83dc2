import { withAssertion } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const assertionVersion11: Fault = {
  id: 'assertion-version-1-1',
  title: 'Version 1.1 on the Assertion',
  area: 'xml',
  kind: 'mistake',
  caughtBy: ['version-is-2-0'],
  acceptedByNodeSaml: true,
  plan: (plan) => withAssertion(plan, (assertion) => ({ ...assertion, version: '1.1' })),
};
