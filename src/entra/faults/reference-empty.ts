import { changeReference } from '../edit-signature.js';
import type { Fault } from '../fault.js';

export const referenceEmpty: Fault = {
  id: 'reference-empty',
  title: 'a Reference to the whole document (URI="")',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-reference-sound'],
  signing: (signing) => changeReference(signing, (info) => info.replace(/ URI="[^"]*"/, ' URI=""')),
};
