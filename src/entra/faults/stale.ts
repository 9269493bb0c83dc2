import { movedInTime } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const stale: Fault = {
  id: 'stale',
  title: 'everything happened two hours ago',
  area: 'conditions',
  kind: 'mistake',
  caughtBy: ['conditions-not-expired', 'subject-confirmation-in-time', 'clock-agrees'],
  plan: (plan) => movedInTime(plan, -2 * 3_600_000),
};
