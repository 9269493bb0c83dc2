import { changeAssertion, forgedAssertion, signatureIn, withoutSignatures } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const xsw6: Fault = {
  id: 'xsw-6',
  title: 'XSW 6: a forged assertion holds the signature, which holds the genuine one',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-covers-assertion', 'one-assertion', 'signature-reference-sound'],
  afterSigning: (xml, context) =>
    changeAssertion(xml, (genuine) => {
      const signature = signatureIn(genuine).replace('</Signature>', () => `${withoutSignatures(genuine)}</Signature>`);
      return forgedAssertion(genuine, context).replace('</Issuer>', () => `</Issuer>${signature}`);
    }),
};
