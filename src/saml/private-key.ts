import { createPrivateKey, type KeyObject } from 'node:crypto';
import { HarnessError } from '../errors.js';
import { oncePerText } from './once-per-text.js';

/**
 * The private key in a PEM text; a harness has a handful, and parsing one costs as much as using it.
 *
 * @throws HarnessError `PRIVATE_KEY_UNREADABLE`.
 */
export const privateKeyFromPem = oncePerText((pem) => parse(pem), { most: 32, longest: 32 * 1024 });

function parse(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    const isCertificate = pem.includes('BEGIN CERTIFICATE');
    throw new HarnessError(
      'PRIVATE_KEY_UNREADABLE',
      isCertificate ? 'A certificate was given where a private key is needed.' : 'The private key cannot be read.',
      'Give a private key in PEM, without a passphrase.',
      { cause },
    );
  }
}
