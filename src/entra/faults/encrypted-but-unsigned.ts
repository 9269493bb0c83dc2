import { changeAssertion, forgedAssertion } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const encryptedButUnsigned: Fault = {
  id: 'encrypted-but-unsigned',
  title: "what is encrypted was never signed: anybody has the service provider's certificate",
  area: 'encryption',
  kind: 'attack',
  caughtBy: ['signature-present'],
  needsEncryptionCertificate: true,
  beforeSigning: (xml, context) => changeAssertion(xml, (genuine) => forgedAssertion(genuine, context)),
  signing: (signing) => ({ ...signing, assertion: false, response: false }),
};
