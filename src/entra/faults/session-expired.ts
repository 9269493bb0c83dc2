import { withAssertion } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const sessionExpired: Fault = {
  id: 'session-expired',
  title: 'SessionNotOnOrAfter has passed',
  area: 'authn',
  kind: 'mistake',
  caughtBy: ['session-not-expired'],
  acceptedByNodeSaml: true,
  plan: (plan, { now }) =>
    withAssertion(plan, (assertion) => ({
      ...assertion,
      authnStatement: { ...assertion.authnStatement, sessionNotOnOrAfter: new Date(now.getTime() - 600_000) },
    })),
};
