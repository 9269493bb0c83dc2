import { withAssertion, without } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const noSubject: Fault = {
  id: 'no-subject',
  title: 'no Subject',
  area: 'subject',
  kind: 'mistake',
  caughtBy: ['subject-present'],
  acceptedByNodeSaml: true,
  plan: (plan) => withAssertion(plan, (assertion) => without(assertion, 'subject')),
};
