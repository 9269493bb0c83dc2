import { assertionIn, idIn, withExtensions } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const duplicateId: Fault = {
  id: 'duplicate-id',
  title: 'the ID of the assertion stands on another element as well',
  area: 'xml',
  kind: 'attack',
  caughtBy: ['ids-unique', 'signature-covers-assertion'],
  afterSigning: (xml) => withExtensions(xml, `<x:Thing xmlns:x="urn:example:thing" ID="${idIn(assertionIn(xml))}"/>`),
};
