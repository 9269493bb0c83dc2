import { withRecipient } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const wrongRecipient: Fault = {
  id: 'wrong-recipient',
  title: 'Recipient is another service provider',
  area: 'parties',
  kind: 'attack',
  caughtBy: ['recipient-matches'],
  acceptedByNodeSaml: true,
  plan: (plan) => withRecipient(plan, () => 'https://sp.example.com/acs'),
};
