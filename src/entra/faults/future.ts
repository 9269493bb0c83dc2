import { movedInTime } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const future: Fault = {
  id: 'future',
  title: "everything happens in an hour: the IdP's clock is ahead",
  area: 'conditions',
  kind: 'mistake',
  caughtBy: ['conditions-started', 'clock-agrees'],
  plan: (plan) => movedInTime(plan, 3_600_000),
};
