import { withDestination } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const destinationEmpty: Fault = {
  id: 'destination-empty',
  title: 'Destination is empty',
  area: 'parties',
  kind: 'mistake',
  caughtBy: ['destination-matches'],
  acceptedByNodeSaml: true,
  plan: (plan) => withDestination(plan, () => ''),
};
