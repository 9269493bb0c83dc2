import type { Fault } from '../fault.js';

export const unsigned: Fault = {
  id: 'unsigned',
  title: 'nothing is signed',
  area: 'signature',
  kind: 'mistake',
  caughtBy: ['signature-present'],
  signing: (signing) => ({ ...signing, assertion: false, response: false }),
};
