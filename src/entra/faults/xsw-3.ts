import { changeAssertion, forgedAssertion } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const xsw3: Fault = {
  id: 'xsw-3',
  title: 'XSW 3: a forged assertion before the signed one',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['one-assertion', 'signature-covers-assertion'],
  afterSigning: (xml, context) => changeAssertion(xml, (genuine) => forgedAssertion(genuine, context) + genuine),
};
