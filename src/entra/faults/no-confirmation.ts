import { withAssertion } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const noConfirmation: Fault = {
  id: 'no-confirmation',
  title: 'no SubjectConfirmation',
  area: 'subject',
  kind: 'mistake',
  caughtBy: ['bearer-confirmation-present'],
  acceptedByNodeSaml: true,
  plan: (plan) =>
    withAssertion(plan, (assertion) =>
      assertion.subject ? { ...assertion, subject: { ...assertion.subject, confirmations: [] } } : assertion,
    ),
};
