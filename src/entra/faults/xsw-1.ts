import { forgedId, impersonate, signatureIn, withId, withoutSignatures } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const xsw1: Fault = {
  id: 'xsw-1',
  title: 'XSW 1: a forged Response holds the genuine one inside its signature',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-covers-assertion', 'ids-unique', 'one-assertion', 'signature-reference-sound'],
  signing: (signing) => ({ ...signing, assertion: false, response: true }),
  afterSigning: (xml, context) => {
    const signature = signatureIn(xml);
    const genuine = withoutSignatures(xml);
    const forged = withId(impersonate(genuine, context), forgedId(context));
    return forged.replace(
      '</Issuer>',
      `</Issuer>${signature.replace('</Signature>', () => `<Object>${genuine}</Object></Signature>`)}`,
    );
  },
};
