import { signatureIn } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const signatureTwice: Fault = {
  id: 'signature-twice',
  title: 'the signature of the assertion stands there twice',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['structure-as-in-schema', 'digest-matches'],
  afterSigning: (xml) => xml.replace(signatureIn(xml), '$&$&'),
};
