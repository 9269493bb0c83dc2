import { withAttributes } from '../edit-plan.js';
import type { Fault } from '../fault.js';

const MANY = Array.from({ length: 3_100 }, (_, index) => String(index));

export const tooManyElements: Fault = {
  id: 'too-many-elements',
  title: 'more than 3,000 elements',
  area: 'transport',
  kind: 'attack',
  caughtBy: ['message-size-acceptable'],
  plan: (plan) => withAttributes(plan, (attributes) => [...attributes, { name: 'many', values: MANY }]),
};
