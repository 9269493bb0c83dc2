import { withConditions } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const validForYears: Fault = {
  id: 'valid-for-years',
  title: 'valid until 2099',
  area: 'conditions',
  kind: 'mistake',
  caughtBy: ['validity-not-excessive'],
  acceptedByNodeSaml: true,
  plan: (plan) => withConditions(plan, (conditions) => ({ ...conditions, notOnOrAfter: '2099-01-01T00:00:00.000Z' })),
};
