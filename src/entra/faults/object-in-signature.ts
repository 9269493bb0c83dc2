import type { Fault } from '../fault.js';

export const objectInSignature: Fault = {
  id: 'object-in-signature',
  title: 'a ds:Object inside the signature',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-reference-sound'],
  acceptedByNodeSaml: true,
  afterSigning: (xml) => xml.replace('</Signature>', '<Object>anything</Object></Signature>'),
};
