import type { Fault } from '../fault.js';

export const relativeNamespace: Fault = {
  id: 'relative-namespace',
  title: 'a relative namespace name, for which some canonicalizers sign nothing at all',
  area: 'xml',
  kind: 'attack',
  caughtBy: ['structure-as-in-schema'],
  afterSigning: (xml) => xml.replace('<samlp:Status>', '<samlp:Status xmlns:z="1">'),
};
