import { changeAssertion, impersonate, withoutSignatures } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const xsw9: Fault = {
  id: 'xsw-9',
  title: 'XSW 9: forged and genuine assertion bear the same ID',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['ids-unique', 'one-assertion', 'signature-covers-assertion'],
  afterSigning: (xml, context) =>
    changeAssertion(xml, (genuine) => withoutSignatures(impersonate(genuine, context)) + genuine),
};
