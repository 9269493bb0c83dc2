import { withAssertion } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const issueInstantLastYear: Fault = {
  id: 'issue-instant-last-year',
  title: 'IssueInstant is a year ago, although the assertion is still valid',
  area: 'conditions',
  kind: 'mistake',
  caughtBy: ['clock-agrees', 'validity-not-excessive'],
  acceptedByNodeSaml: true,
  plan: (plan, { now }) => {
    const issueInstant = new Date(now.getTime() - 365 * 86_400_000);
    return withAssertion({ ...plan, issueInstant }, (assertion) => ({ ...assertion, issueInstant }));
  },
};
