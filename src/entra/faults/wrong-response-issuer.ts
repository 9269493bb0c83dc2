import type { Fault } from '../fault.js';

export const wrongResponseIssuer: Fault = {
  id: 'wrong-response-issuer',
  title: 'the Response says it is from another IdP',
  area: 'parties',
  kind: 'attack',
  caughtBy: ['response-issuer-matches'],
  acceptedByNodeSaml: true,
  plan: (plan) => ({ ...plan, issuer: { value: 'https://idp.example.com/' } }),
};
