import { BLOCK_ENCRYPTION } from '../../saml/names.js';
import type { Fault } from '../fault.js';

function flipped(base64: string): string {
  return Buffer.from(Buffer.from(base64, 'base64').map((byte) => byte ^ 0xff)).toString('base64');
}

export const encryptedAndTampered: Fault = {
  id: 'encrypted-and-tampered',
  title: 'the encrypted bytes were changed on the way',
  area: 'encryption',
  kind: 'attack',
  caughtBy: ['assertion-decrypts'],
  needsEncryptionCertificate: true,
  encryption: (plan) => plan && { ...plan, blockAlgorithm: BLOCK_ENCRYPTION.aes256Gcm },
  afterSigning: (xml) =>
    xml.replace(
      /(<xenc:CipherValue>)([^<]{8})([^<]*)(<\/xenc:CipherValue>)/,
      (_, start, first, rest, end) => start + flipped(first) + rest + end,
    ),
};
