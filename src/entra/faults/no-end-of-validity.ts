import { withConditions, without } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const noEndOfValidity: Fault = {
  id: 'no-end-of-validity',
  title: 'Conditions without NotOnOrAfter',
  area: 'conditions',
  kind: 'mistake',
  caughtBy: ['conditions-not-expired'],
  plan: (plan) => withConditions(plan, (conditions) => without(conditions, 'notOnOrAfter')),
};
