import type { Fault } from '../fault.js';

export const unknownElement: Fault = {
  id: 'unknown-element',
  title: 'an element the schema does not know',
  area: 'xml',
  kind: 'mistake',
  caughtBy: ['structure-as-in-schema'],
  acceptedByNodeSaml: true,
  afterSigning: (xml) => xml.replace('<samlp:Status>', '<samlp:Note>hello</samlp:Note><samlp:Status>'),
};
