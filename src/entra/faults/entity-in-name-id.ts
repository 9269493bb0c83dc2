import { changeNameId } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const entityInNameId: Fault = {
  id: 'entity-in-name-id',
  title: 'an internal entity inside the NameID',
  area: 'xml',
  kind: 'attack',
  caughtBy: ['no-document-type'],
  afterSigning: (xml) =>
    `<!DOCTYPE Response [<!ENTITY who "">]>${changeNameId(xml, (value) => `${value.slice(0, 3)}&who;${value.slice(3)}`)}`,
};
