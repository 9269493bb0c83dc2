import { withAssertion, without } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const noNameId: Fault = {
  id: 'no-name-id',
  title: 'no NameID',
  area: 'subject',
  kind: 'mistake',
  caughtBy: ['name-id-present'],
  acceptedByNodeSaml: true,
  plan: (plan) =>
    withAssertion(plan, (assertion) =>
      assertion.subject ? { ...assertion, subject: without(assertion.subject, 'nameId') } : assertion,
    ),
};
