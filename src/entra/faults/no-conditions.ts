import { withAssertion, without } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const noConditions: Fault = {
  id: 'no-conditions',
  title: 'no Conditions',
  area: 'conditions',
  kind: 'mistake',
  caughtBy: ['conditions-present'],
  plan: (plan) => withAssertion(plan, (assertion) => without(assertion, 'conditions')),
};
