import { changeReference } from '../edit-signature.js';
import type { Fault } from '../fault.js';

export const twoReferences: Fault = {
  id: 'two-references',
  title: 'a second Reference',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-reference-sound'],
  signing: (signing) => changeReference(signing, (info) => info.replace(/<Reference .*?<\/Reference>/s, '$&$&')),
};
