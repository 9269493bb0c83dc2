import { KEY_TRANSPORT } from '../../saml/names.js';
import type { Fault } from '../fault.js';

export const encryptedWithRsa15: Fault = {
  id: 'encrypted-with-rsa-1-5',
  title: 'the content key wrapped with RSA 1.5',
  area: 'encryption',
  kind: 'mistake',
  caughtBy: ['encryption-not-weak'],
  needsEncryptionCertificate: true,
  encryption: (plan) => plan && { ...plan, keyTransport: KEY_TRANSPORT.rsa15 },
};
