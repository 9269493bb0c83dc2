import { withConfirmationData, without } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const graftedAssertion: Fault = {
  id: 'grafted-assertion',
  title: 'an unsolicited assertion under an unsigned Response that names a request',
  area: 'correlation',
  kind: 'attack',
  caughtBy: ['in-response-to-consistent'],
  acceptedByNodeSaml: true,
  plan: (plan) => withConfirmationData(plan, (data) => without(data, 'inResponseTo')),
  signing: (signing) => ({ ...signing, assertion: true, response: false }),
};
