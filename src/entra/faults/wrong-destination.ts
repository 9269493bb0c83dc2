import { withDestination } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const wrongDestination: Fault = {
  id: 'wrong-destination',
  title: 'Destination is another service provider',
  area: 'parties',
  kind: 'attack',
  caughtBy: ['destination-matches'],
  acceptedByNodeSaml: true,
  plan: (plan) => withDestination(plan, () => 'https://sp.example.com/acs'),
};
