import type { Fault } from '../fault.js';

export const tenantKey: Fault = {
  id: 'tenant-key',
  title: "signed with the key of the tenant instead of the application's",
  area: 'signature',
  kind: 'mistake',
  caughtBy: ['signature-verifies', 'signing-certificate-published'],
  signing: async (signing, { foreignKey }) => ({ ...signing, key: await foreignKey() }),
};
