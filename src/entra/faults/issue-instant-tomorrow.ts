import { withAssertion } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const issueInstantTomorrow: Fault = {
  id: 'issue-instant-tomorrow',
  title: 'IssueInstant is tomorrow',
  area: 'conditions',
  kind: 'mistake',
  caughtBy: ['clock-agrees'],
  acceptedByNodeSaml: true,
  plan: (plan, { now }) => {
    const issueInstant = new Date(now.getTime() + 86_400_000);
    return withAssertion({ ...plan, issueInstant }, (assertion) => ({ ...assertion, issueInstant }));
  },
};
