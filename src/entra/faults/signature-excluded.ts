import { impersonate, withoutSignatures } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const signatureExcluded: Fault = {
  id: 'signature-excluded',
  title: 'the signature was taken away and the user exchanged',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-present'],
  afterSigning: (xml, context) => withoutSignatures(impersonate(xml, context)),
};
