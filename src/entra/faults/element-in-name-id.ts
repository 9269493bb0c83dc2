import { changeNameId } from '../edit-message.js';
import type { Fault } from '../fault.js';

export const elementInNameId: Fault = {
  id: 'element-in-name-id',
  title: 'an element inside the NameID',
  area: 'subject',
  kind: 'attack',
  caughtBy: ['structure-as-in-schema', 'name-id-present', 'name-id-is-email', 'user-in-directory'],
  acceptedByNodeSaml: true,
  beforeSigning: (xml) => changeNameId(xml, (value) => `${value}<x>.evil.example</x>`),
};
