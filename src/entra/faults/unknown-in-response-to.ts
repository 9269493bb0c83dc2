import { withConfirmationData } from '../edit-plan.js';
import type { Fault } from '../fault.js';
import { newMessageId } from '../guid.js';

export const unknownInResponseTo: Fault = {
  id: 'unknown-in-response-to',
  title: 'an answer to a request nobody sent',
  area: 'correlation',
  kind: 'attack',
  caughtBy: ['in-response-to-known'],
  acceptedByNodeSaml: true,
  plan: (plan, { random }) => {
    const inResponseTo = newMessageId(random, 'response');
    return withConfirmationData({ ...plan, inResponseTo }, (data) => ({ ...data, inResponseTo }));
  },
};
