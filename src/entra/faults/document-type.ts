import type { Fault } from '../fault.js';

export const documentType: Fault = {
  id: 'document-type',
  title: 'a document type declaration',
  area: 'xml',
  kind: 'attack',
  caughtBy: ['no-document-type'],
  afterSigning: (xml) => `<!DOCTYPE Response>${xml}`,
};
