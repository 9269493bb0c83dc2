import type { Fault } from '../fault.js';

export const signatureValueChanged: Fault = {
  id: 'signature-value-changed',
  title: 'a damaged SignatureValue',
  area: 'signature',
  kind: 'mistake',
  caughtBy: ['signature-verifies'],
  afterSigning: (xml) => xml.replace(/(<SignatureValue>)(.)/, (_, start, first) => start + (first === 'A' ? 'B' : 'A')),
};
