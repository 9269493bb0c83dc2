import type { Fault } from '../fault.js';

export const emptyPost: Fault = {
  id: 'empty-post',
  title: 'nothing is posted at all',
  area: 'transport',
  kind: 'mistake',
  caughtBy: ['message-present'],
  form: () => [],
};
