import { changeReference } from '../edit-signature.js';
import type { Fault } from '../fault.js';

export const referenceDangling: Fault = {
  id: 'reference-dangling',
  title: 'a Reference to an ID that is not there',
  area: 'signature',
  kind: 'mistake',
  caughtBy: ['signature-reference-sound'],
  signing: (signing) => changeReference(signing, (info) => info.replace(/ URI="[^"]*"/, ' URI="#_nowhere"')),
};
