import { changeNameId } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const externalEntity: Fault = {
  id: 'external-entity',
  title: 'an external entity that reads a file',
  area: 'xml',
  kind: 'attack',
  caughtBy: ['no-document-type'],
  afterSigning: (xml) =>
    `<!DOCTYPE Response [<!ENTITY file SYSTEM "file:///etc/passwd">]>${changeNameId(xml, () => '&file;')}`,
};
