import { changeNameId } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const cdataInNameId: Fault = {
  id: 'cdata-in-name-id',
  title: 'the NameID in a CDATA section',
  area: 'xml',
  kind: 'attack',
  caughtBy: ['no-comments-in-values'],
  acceptedByNodeSaml: true,
  afterSigning: (xml) => changeNameId(xml, (value) => `<![CDATA[${value}]]>`),
};
