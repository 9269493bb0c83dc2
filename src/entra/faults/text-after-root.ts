import type { Fault } from '../fault.js';

export const textAfterRoot: Fault = {
  id: 'text-after-root',
  title: 'text after the root element',
  area: 'xml',
  kind: 'attack',
  caughtBy: ['xml-well-formed'],
  afterSigning: (xml) => `${xml}more`,
};
