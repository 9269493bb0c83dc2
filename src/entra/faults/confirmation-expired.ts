import { withConfirmationData } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const confirmationExpired: Fault = {
  id: 'confirmation-expired',
  title: 'SubjectConfirmationData has expired, Conditions have not',
  area: 'subject',
  kind: 'mistake',
  caughtBy: ['subject-confirmation-in-time'],
  plan: (plan, { now }) =>
    withConfirmationData(plan, (data) => ({ ...data, notOnOrAfter: new Date(now.getTime() - 600_000) })),
};
