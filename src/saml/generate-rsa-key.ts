import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { quickRsaKey } from './quick-rsa-key.js';

/**
 * An RSA private key, PKCS #8 in PEM, made off the main thread.
 *
 * @param bits of the modulus
 */
export async function generateRsaKey(bits = 2048): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: bits });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

let begun: Promise<string> | undefined;

/** Begins a key of 2048 bits in the quick way, before other things are loaded: for a harness that keeps no keys. */
export function beginRsaKey(): void {
  begun ??= quickRsaKey();
  // Whoever takes the key hears of it.
  begun.catch(() => undefined);
}

/** The key that was begun, for whoever takes it first; never for one that is kept (docs/decisions/0007). */
export function takeBegunRsaKey(): Promise<string> | undefined {
  const taken = begun;
  begun = undefined;
  return taken;
}
