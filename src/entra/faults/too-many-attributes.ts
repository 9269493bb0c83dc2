import type { Fault } from '../fault.js';

const MANY = Array.from({ length: 200 }, (_, index) => `a${index}=""`);

export const tooManyAttributes: Fault = {
  id: 'too-many-attributes',
  title: 'an element with 200 attributes',
  area: 'transport',
  kind: 'attack',
  caughtBy: ['message-size-acceptable'],
  afterSigning: (xml) => xml.replace('<samlp:Status>', `<samlp:Status ${MANY.join(' ')}>`),
};
