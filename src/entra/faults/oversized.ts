import type { Fault } from '../fault.js';

export const oversized: Fault = {
  id: 'oversized',
  title: 'a message of 300 KB',
  area: 'transport',
  kind: 'attack',
  caughtBy: ['message-size-acceptable'],
  afterSigning: (xml) => xml + ' '.repeat(300 * 1024),
};
