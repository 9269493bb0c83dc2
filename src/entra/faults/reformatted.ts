import type { Fault } from '../fault.js';

export const reformatted: Fault = {
  id: 'reformatted',
  title: 'indented by something on the way',
  area: 'signature',
  kind: 'mistake',
  caughtBy: ['digest-matches', 'signature-verifies'],
  afterSigning: (xml) => xml.replace(/></g, '>\n<'),
};
