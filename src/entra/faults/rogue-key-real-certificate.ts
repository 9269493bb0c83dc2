import { impersonate } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const rogueKeyRealCertificate: Fault = {
  id: 'rogue-key-real-certificate',
  title: "signed with an attacker's key, with the real certificate in KeyInfo",
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-verifies'],
  beforeSigning: impersonate,
  signing: async (signing, { rogueKey }) => ({
    ...signing,
    key: { ...signing.key, privateKeyPem: (await rogueKey()).privateKeyPem },
  }),
};
