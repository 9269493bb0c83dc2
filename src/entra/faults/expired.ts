import { withConditions } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const expired: Fault = {
  id: 'expired',
  title: 'Conditions have expired',
  area: 'conditions',
  kind: 'mistake',
  caughtBy: ['conditions-not-expired'],
  plan: (plan, { now }) =>
    withConditions(plan, (conditions) => ({ ...conditions, notOnOrAfter: new Date(now.getTime() - 240_000) })),
};
