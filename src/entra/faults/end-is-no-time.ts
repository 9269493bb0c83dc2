import { withConditions } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const endIsNoTime: Fault = {
  id: 'end-is-no-time',
  title: 'NotOnOrAfter is no date and time',
  area: 'conditions',
  kind: 'mistake',
  caughtBy: ['structure-as-in-schema', 'conditions-not-expired'],
  plan: (plan) => withConditions(plan, (conditions) => ({ ...conditions, notOnOrAfter: 'banana' })),
};
