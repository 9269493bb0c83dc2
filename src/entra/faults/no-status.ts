import { without } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const noStatus: Fault = {
  id: 'no-status',
  title: 'no Status',
  area: 'status',
  kind: 'mistake',
  caughtBy: ['status-is-success', 'structure-as-in-schema'],
  acceptedByNodeSaml: true,
  plan: (plan) => without(plan, 'status'),
};
