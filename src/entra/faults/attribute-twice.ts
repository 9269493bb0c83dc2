import type { Fault } from '../fault.js';

export const attributeTwice: Fault = {
  id: 'attribute-twice',
  title: 'an attribute that stands twice on one element',
  area: 'xml',
  kind: 'attack',
  caughtBy: ['xml-well-formed'],
  afterSigning: (xml) => xml.replace('<samlp:Response ID="', '<samlp:Response ID="_other" ID="'),
};
