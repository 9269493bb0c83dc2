import { changeReference } from '../edit-signature.js';
import type { Fault } from '../fault.js';

export const referenceXpointer: Fault = {
  id: 'reference-xpointer',
  title: 'a Reference by XPointer',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-reference-sound'],
  signing: (signing) =>
    changeReference(signing, (info) => info.replace(/ URI="#([^"]*)"/, ` URI="#xpointer(id('$1'))"`)),
};
