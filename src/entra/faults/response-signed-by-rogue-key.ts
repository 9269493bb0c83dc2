import { signElement } from '../../saml/sign.js';
import { idIn } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const responseSignedByRogueKey: Fault = {
  id: 'response-signed-by-rogue-key',
  title: "a valid assertion under a Response signed with an attacker's key",
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-verifies', 'signing-certificate-published'],
  acceptedByNodeSaml: true,
  afterSigning: async (xml, { rogueKey }) => signElement(xml, { elementId: idIn(xml), ...(await rogueKey()) }),
  signing: (signing) => ({ ...signing, assertion: true, response: false }),
};
