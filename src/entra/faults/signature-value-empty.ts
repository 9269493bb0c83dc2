import type { Fault } from '../fault.js';

export const signatureValueEmpty: Fault = {
  id: 'signature-value-empty',
  title: 'an empty SignatureValue',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-verifies'],
  afterSigning: (xml) => xml.replace(/<SignatureValue>[^<]*</, '<SignatureValue><'),
};
