import { impersonate, withoutSignatures } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const secondRoot: Fault = {
  id: 'second-root',
  title: 'a second, forged Response after the genuine one',
  area: 'xml',
  kind: 'attack',
  caughtBy: ['xml-well-formed'],
  afterSigning: (xml, context) => xml + withoutSignatures(impersonate(xml, context)),
};
