import { withConfirmationData, without } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const confirmationWithoutEnd: Fault = {
  id: 'confirmation-without-end',
  title: 'SubjectConfirmationData without NotOnOrAfter',
  area: 'subject',
  kind: 'mistake',
  caughtBy: ['subject-confirmation-in-time'],
  plan: (plan) => withConfirmationData(plan, (data) => without(data, 'notOnOrAfter')),
};
