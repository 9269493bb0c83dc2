import { withConfirmationData, without } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const noRecipient: Fault = {
  id: 'no-recipient',
  title: 'no Recipient',
  area: 'parties',
  kind: 'mistake',
  caughtBy: ['recipient-matches'],
  acceptedByNodeSaml: true,
  plan: (plan) => withConfirmationData(plan, (data) => without(data, 'recipient')),
};
