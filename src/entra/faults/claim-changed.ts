import type { Fault } from '../fault.js';

export const claimChanged: Fault = {
  id: 'claim-changed',
  title: 'a claim was exchanged after signing',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['digest-matches'],
  afterSigning: (xml) => xml.replace(/(displayname"><AttributeValue>)[^<]*/, '$1Somebody Else'),
};
