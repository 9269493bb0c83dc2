import { assertionIn, idIn } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const attributeDefault: Fault = {
  id: 'attribute-default',
  title: 'a default attribute declared in a document type, which gives another element an ID',
  area: 'xml',
  kind: 'attack',
  caughtBy: ['no-document-type'],
  afterSigning: (xml) => `<!DOCTYPE Response [<!ATTLIST samlp:Status ID CDATA "${idIn(assertionIn(xml))}">]>${xml}`,
};
