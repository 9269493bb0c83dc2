import { assertionIn, idIn, withExtensions } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const idInLowerCase: Fault = {
  id: 'id-in-lower-case',
  title: 'the ID of the assertion stands on another element as id',
  area: 'xml',
  kind: 'attack',
  caughtBy: ['ids-unique', 'signature-covers-assertion'],
  afterSigning: (xml) => withExtensions(xml, `<x:Thing xmlns:x="urn:example:thing" id="${idIn(assertionIn(xml))}"/>`),
};
