import { BLOCK_ENCRYPTION } from '../../saml/names.js';
import type { Fault } from '../fault.js';

export const encryptedWith3des: Fault = {
  id: 'encrypted-with-3des',
  title: 'encrypted with triple DES',
  area: 'encryption',
  kind: 'mistake',
  caughtBy: ['encryption-not-weak'],
  acceptedByNodeSaml: true,
  needsEncryptionCertificate: true,
  encryption: (plan) => plan && { ...plan, blockAlgorithm: BLOCK_ENCRYPTION.tripleDesCbc },
};
