import { changeNameId } from '../edit-message.js';
import type { Fault } from '../fault.js';

const LAUGHS = Array.from({ length: 10 }, (_, level) =>
  level === 0 ? '<!ENTITY l0 "ha">' : `<!ENTITY l${level} "${`&l${level - 1};`.repeat(10)}">`,
).join('');

export const entityBomb: Fault = {
  id: 'entity-bomb',
  title: 'entities that expand to gigabytes',
  area: 'xml',
  kind: 'attack',
  caughtBy: ['no-document-type'],
  afterSigning: (xml) => `<!DOCTYPE Response [${LAUGHS}]>${changeNameId(xml, () => '&l9;')}`,
};
