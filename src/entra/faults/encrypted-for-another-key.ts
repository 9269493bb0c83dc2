import { BLOCK_ENCRYPTION } from '../../saml/names.js';
import type { Fault } from '../fault.js';

export const encryptedForAnotherKey: Fault = {
  id: 'encrypted-for-another-key',
  title: "encrypted for a certificate that is not the service provider's",
  area: 'encryption',
  kind: 'mistake',
  caughtBy: ['assertion-decrypts'],
  encryption: async (_, { rogueKey }) => ({
    certificatePem: (await rogueKey()).certificatePem,
    blockAlgorithm: BLOCK_ENCRYPTION.aes256Gcm,
  }),
};
