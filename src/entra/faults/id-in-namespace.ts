import { assertionIn, idIn } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const idInNamespace: Fault = {
  id: 'id-in-namespace',
  title: 'a second, namespaced ID attribute on the Response, with the ID of the assertion',
  area: 'xml',
  kind: 'attack',
  caughtBy: ['ids-unique', 'structure-as-in-schema', 'signature-covers-assertion'],
  afterSigning: (xml) => xml.replace('<samlp:Response ', `<samlp:Response samlp:ID="${idIn(assertionIn(xml))}" `),
};
