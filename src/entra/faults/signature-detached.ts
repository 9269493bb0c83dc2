import { assertionIn, replaceAssertion, signatureIn, withoutSignatures } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const signatureDetached: Fault = {
  id: 'signature-detached',
  title: 'the signature stands beside the assertion it covers',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-covers-assertion', 'structure-as-in-schema'],
  afterSigning: (xml) => replaceAssertion(xml, withoutSignatures(assertionIn(xml)) + signatureIn(assertionIn(xml))),
};
