import { withDestination, withRecipient } from '../edit-plan.js';
import type { Fault } from '../fault.js';

function otherPath(url: string): string {
  return url.endsWith('/login/saml') ? url.replace('/login/saml', '/login/sso/mpp') : `${url}/other`;
}

export const destinationOtherPath: Fault = {
  id: 'destination-other-path',
  title: 'Destination and Recipient are another address of the same service provider',
  area: 'parties',
  kind: 'mistake',
  caughtBy: ['destination-matches', 'recipient-matches'],
  acceptedByNodeSaml: true,
  plan: (plan) => withRecipient(withDestination(plan, otherPath), otherPath),
};
