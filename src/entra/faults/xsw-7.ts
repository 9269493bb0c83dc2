import { assertionIn, impersonate, withExtensions, withoutSignatures } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const xsw7: Fault = {
  id: 'xsw-7',
  title: 'XSW 7: a forged assertion with the same ID inside Extensions',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['ids-unique', 'one-assertion', 'signature-covers-assertion'],
  afterSigning: (xml, context) => withExtensions(xml, withoutSignatures(impersonate(assertionIn(xml), context))),
};
