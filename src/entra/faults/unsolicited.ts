import { withConfirmationData, without } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const unsolicited: Fault = {
  id: 'unsolicited',
  title: 'an answer without InResponseTo to a request that was sent',
  area: 'correlation',
  kind: 'mistake',
  caughtBy: ['unsolicited-response-allowed'],
  acceptedByNodeSaml: true,
  plan: (plan) => withConfirmationData(without(plan, 'inResponseTo'), (data) => without(data, 'inResponseTo')),
};
