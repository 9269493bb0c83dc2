import type { Fault } from '../fault.js';

export const controlCharacter: Fault = {
  id: 'control-character',
  title: 'a reference to a character that XML does not have',
  area: 'xml',
  kind: 'mistake',
  caughtBy: ['xml-well-formed'],
  afterSigning: (xml) => xml.replace('<samlp:Status>', '<samlp:Status><!--&#1;-->&#1;'),
};
