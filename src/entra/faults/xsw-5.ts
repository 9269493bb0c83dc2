import { changeAssertion, forgedAssertion, signatureIn, withoutSignatures } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const xsw5: Fault = {
  id: 'xsw-5',
  title: 'XSW 5: the signature sits in a forged assertion, the genuine one behind it',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['one-assertion', 'signature-covers-assertion'],
  afterSigning: (xml, context) =>
    changeAssertion(xml, (genuine) => {
      const forged = forgedAssertion(genuine, context);
      return forged.replace('</Issuer>', () => `</Issuer>${signatureIn(genuine)}`) + withoutSignatures(genuine);
    }),
};
