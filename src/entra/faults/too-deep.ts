import { withExtensions } from '../edit-message.js';
import type { Fault } from '../fault.js';

const DEPTH = 200;

export const tooDeep: Fault = {
  id: 'too-deep',
  title: 'elements nested 200 deep',
  area: 'transport',
  kind: 'attack',
  caughtBy: ['message-size-acceptable'],
  afterSigning: (xml) => withExtensions(xml, `${'<x>'.repeat(DEPTH)}${'</x>'.repeat(DEPTH)}`),
};
