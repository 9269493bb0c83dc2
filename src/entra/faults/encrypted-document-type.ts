import type { Fault } from '../fault.js';

export const encryptedDocumentType: Fault = {
  id: 'encrypted-document-type',
  title: 'a document type declaration inside the encryption',
  area: 'encryption',
  kind: 'attack',
  caughtBy: ['assertion-decrypts'],
  acceptedByNodeSaml: true,
  needsEncryptionCertificate: true,
  encryption: (plan) => plan && { ...plan, changePlaintext: (assertion) => `<!DOCTYPE x>${assertion}` },
};
