import { assertionIn, forgedAssertion, signatureIn, withExtensions } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const decoySignatureInExtensions: Fault = {
  id: 'decoy-signature-in-extensions',
  title: 'a signed Response whose Extensions hold a decoy signature around a forged assertion',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-reference-sound', 'one-assertion', 'signature-covers-assertion', 'digest-matches'],
  signing: (signing) => ({ ...signing, assertion: false, response: true }),
  afterSigning: (xml, context) => {
    const object = `<Object>${forgedAssertion(assertionIn(xml), context)}</Object></Signature>`;
    return withExtensions(
      xml,
      signatureIn(xml).replace('</Signature>', () => object),
    );
  },
};
