import { withAssertion, without } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const noAuthnStatement: Fault = {
  id: 'no-authn-statement',
  title: 'no AuthnStatement',
  area: 'authn',
  kind: 'mistake',
  caughtBy: ['authn-statement-present'],
  acceptedByNodeSaml: true,
  plan: (plan) => withAssertion(plan, (assertion) => without(assertion, 'authnStatement')),
};
