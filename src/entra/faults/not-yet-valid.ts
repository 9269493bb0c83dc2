import { withConditions } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const notYetValid: Fault = {
  id: 'not-yet-valid',
  title: 'Conditions have not begun',
  area: 'conditions',
  kind: 'mistake',
  caughtBy: ['conditions-started'],
  plan: (plan, { now }) =>
    withConditions(plan, (conditions) => ({ ...conditions, notBefore: new Date(now.getTime() + 600_000) })),
};
