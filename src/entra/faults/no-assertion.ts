import type { Fault } from '../fault.js';

export const noAssertion: Fault = {
  id: 'no-assertion',
  title: 'success, but no assertion',
  area: 'assertion',
  kind: 'mistake',
  caughtBy: ['one-assertion'],
  plan: (plan) => ({ ...plan, assertions: [] }),
};
