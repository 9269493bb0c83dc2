import type { Fault } from '../fault.js';

export const wrongEncodingDeclared: Fault = {
  id: 'wrong-encoding-declared',
  title: 'an XML declaration that names another encoding',
  area: 'xml',
  kind: 'attack',
  caughtBy: ['xml-well-formed'],
  afterSigning: (xml) => `<?xml version="1.0" encoding="ISO-8859-1"?>${xml}`,
};
