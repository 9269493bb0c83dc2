import { createPrivateKey, type KeyObject } from 'node:crypto';
import { HarnessError } from '../errors.js';

/** Parsing a key costs as much as using it; a harness has a handful. */
const MAX_KEPT = 32;
const kept = new Map<string, KeyObject>();

/**
 * The private key in a PEM text, parsed once.
 *
 * @throws HarnessError `PRIVATE_KEY_UNREADABLE`.
 */
export function privateKeyFromPem(pem: string): KeyObject {
  const known = kept.get(pem);
  if (known) return known;
  const key = parse(pem);
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(pem, key);
  return key;
}

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
