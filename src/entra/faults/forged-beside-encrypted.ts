import { assertionIn, forgedAssertion } from '../edit-message.js';
import type { Fault, FaultContext } from '../fault.js';

/** What was there before it was encrypted; by login, and forgotten with it. */
const genuine = new WeakMap<FaultContext, string>();

export const forgedBesideEncrypted: Fault = {
  id: 'forged-beside-encrypted',
  title: 'a forged assertion beside the encrypted one',
  area: 'encryption',
  kind: 'attack',
  caughtBy: ['one-assertion'],
  needsEncryptionCertificate: true,
  beforeSigning: (xml, context) => {
    genuine.set(context, assertionIn(xml));
    return xml;
  },
  afterSigning: (xml, context) =>
    xml.replace('</samlp:Response>', `${forgedAssertion(genuine.get(context) ?? '', context)}</samlp:Response>`),
};
