import type { Fault } from '../fault.js';

export const inactiveKey: Fault = {
  id: 'inactive-key',
  title: 'signed with a certificate the service provider has not imported, as after a roll-over',
  area: 'signature',
  kind: 'mistake',
  caughtBy: ['signature-verifies', 'signing-certificate-published'],
  signing: async (signing, { rogueKey }) => ({ ...signing, key: await rogueKey() }),
};
