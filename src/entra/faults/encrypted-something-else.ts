import type { Fault } from '../fault.js';

export const encryptedSomethingElse: Fault = {
  id: 'encrypted-something-else',
  title: 'what was encrypted is no assertion',
  area: 'encryption',
  kind: 'attack',
  caughtBy: ['assertion-decrypts'],
  needsEncryptionCertificate: true,
  encryption: (plan) => plan && { ...plan, changePlaintext: () => '<x/>' },
};
