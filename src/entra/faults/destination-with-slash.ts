import { withDestination, withRecipient } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const destinationWithSlash: Fault = {
  id: 'destination-with-slash',
  title: 'Destination and Recipient end with a slash',
  area: 'parties',
  kind: 'mistake',
  caughtBy: ['destination-matches', 'recipient-matches'],
  acceptedByNodeSaml: true,
  plan: (plan) =>
    withRecipient(
      withDestination(plan, (url) => `${url}/`),
      (url) => `${url}/`,
    ),
};
