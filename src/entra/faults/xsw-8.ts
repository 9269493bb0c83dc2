import { changeAssertion, forgedAssertion, signatureIn, withoutSignatures } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const xsw8: Fault = {
  id: 'xsw-8',
  title: "XSW 8: the genuine assertion inside an Object of the forged one's signature",
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-covers-assertion', 'one-assertion', 'signature-reference-sound'],
  afterSigning: (xml, context) =>
    changeAssertion(xml, (genuine) => {
      const object = `<Object>${withoutSignatures(genuine)}</Object></Signature>`;
      const signature = signatureIn(genuine).replace('</Signature>', () => object);
      return forgedAssertion(genuine, context).replace('</Issuer>', () => `</Issuer>${signature}`);
    }),
};
