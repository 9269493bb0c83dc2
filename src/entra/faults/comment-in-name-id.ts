import { changeNameId } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const commentInNameId: Fault = {
  id: 'comment-in-name-id',
  title: 'a comment inside the NameID, which signatures do not see',
  area: 'xml',
  kind: 'attack',
  caughtBy: ['no-comments-in-values'],
  acceptedByNodeSaml: true,
  afterSigning: (xml) => changeNameId(xml, (value) => `${value.slice(0, 5)}<!-- -->${value.slice(5)}`),
};
