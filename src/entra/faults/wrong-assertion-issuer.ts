import { withAssertion } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const wrongAssertionIssuer: Fault = {
  id: 'wrong-assertion-issuer',
  title: 'the assertion says it is from another IdP',
  area: 'parties',
  kind: 'attack',
  caughtBy: ['assertion-issuer-matches'],
  acceptedByNodeSaml: true,
  plan: (plan) => withAssertion(plan, (assertion) => ({ ...assertion, issuer: { value: 'https://idp.example.com/' } })),
};
