import { withAttributes } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const attributeTwiceByName: Fault = {
  id: 'attribute-twice-by-name',
  title: 'two attributes of one name',
  area: 'attributes',
  kind: 'mistake',
  caughtBy: ['attributes-well-formed'],
  acceptedByNodeSaml: true,
  plan: (plan) => withAttributes(plan, (attributes) => [...attributes, ...attributes.slice(-1)]),
};
