import { withAttributes } from '../edit-plan.js';
import type { Fault } from '../fault.js';

export const attributeWithoutName: Fault = {
  id: 'attribute-without-name',
  title: 'an attribute without Name',
  area: 'attributes',
  kind: 'mistake',
  caughtBy: ['structure-as-in-schema'],
  plan: (plan) => withAttributes(plan, (attributes) => [...attributes, { values: ['anonymous'] }]),
};
