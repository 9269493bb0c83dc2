import { withConfirmation, without } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const noConfirmationData: Fault = {
  id: 'no-confirmation-data',
  title: 'a SubjectConfirmation without SubjectConfirmationData',
  area: 'subject',
  kind: 'mistake',
  caughtBy: ['bearer-confirmation-present'],
  plan: (plan) => withConfirmation(plan, (confirmation) => without(confirmation, 'data')),
};
