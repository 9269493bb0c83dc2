import { impersonate } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const rogueKey: Fault = {
  id: 'rogue-key',
  title: "signed with an attacker's key, whose certificate bears the same name as the real one",
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-verifies', 'signing-certificate-published'],
  beforeSigning: impersonate,
  signing: async (signing, { rogueKey }) => ({ ...signing, key: await rogueKey() }),
};
