import { forgedId } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const twoAssertions: Fault = {
  id: 'two-assertions',
  title: 'two assertions, both signed by the IdP',
  area: 'assertion',
  kind: 'attack',
  caughtBy: ['one-assertion'],
  plan: (plan, context) => ({
    ...plan,
    assertions: plan.assertions.flatMap((one) => [one, { ...one, id: forgedId(context) }]),
  }),
};
