import { withConfirmationData } from '../edit-plan.js';
import type { Fault } from '../fault.js';
import { newMessageId } from '../guid.js';

export const inResponseToDiffers: Fault = {
  id: 'in-response-to-differs',
  title: 'Response and SubjectConfirmationData answer different requests',
  area: 'correlation',
  kind: 'attack',
  caughtBy: ['in-response-to-consistent'],
  plan: (plan, { random }) =>
    withConfirmationData(plan, (data) => ({ ...data, inResponseTo: newMessageId(random, 'response') })),
};
