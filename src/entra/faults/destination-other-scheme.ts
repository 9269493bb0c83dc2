import { withDestination, withRecipient } from '../edit-plan.js';
import type { Fault } from '../fault.js';

function otherScheme(url: string): string {
  return url.startsWith('https:') ? url.replace('https:', 'http:') : url.replace('http:', 'https:');
}

export const destinationOtherScheme: Fault = {
  id: 'destination-other-scheme',
  title: 'Destination and Recipient have the other scheme, as behind a proxy that ends TLS',
  area: 'parties',
  kind: 'mistake',
  caughtBy: ['destination-matches', 'recipient-matches'],
  acceptedByNodeSaml: true,
  plan: (plan) => withRecipient(withDestination(plan, otherScheme), otherScheme),
};
