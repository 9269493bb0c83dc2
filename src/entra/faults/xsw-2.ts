import { forgedId, impersonate, signatureIn, withId, withoutSignatures } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const xsw2: Fault = {
  id: 'xsw-2',
  title: 'XSW 2: a forged Response holds the genuine one beside the signature',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-covers-assertion', 'structure-as-in-schema', 'ids-unique', 'one-assertion'],
  signing: (signing) => ({ ...signing, assertion: false, response: true }),
  afterSigning: (xml, context) => {
    const genuine = withoutSignatures(xml);
    const forged = withId(impersonate(genuine, context), forgedId(context));
    return forged.replace('</Issuer>', `</Issuer>${genuine}${signatureIn(xml)}`);
  },
};
