import { withAssertion, without } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const noAssertionIssuer: Fault = {
  id: 'no-assertion-issuer',
  title: 'an assertion without Issuer',
  area: 'parties',
  kind: 'mistake',
  caughtBy: ['assertion-issuer-matches', 'structure-as-in-schema'],
  acceptedByNodeSaml: true,
  plan: (plan) => withAssertion(plan, (assertion) => without(assertion, 'issuer')),
};
