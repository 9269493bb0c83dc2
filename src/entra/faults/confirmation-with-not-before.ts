import { withConfirmationData } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const confirmationWithNotBefore: Fault = {
  id: 'confirmation-with-not-before',
  title: 'SubjectConfirmationData with NotBefore, which the profile forbids',
  area: 'subject',
  kind: 'mistake',
  caughtBy: ['subject-confirmation-in-time'],
  acceptedByNodeSaml: true,
  plan: (plan, { now }) =>
    withConfirmationData(plan, (data) => ({ ...data, notBefore: new Date(now.getTime() - 60_000) })),
};
