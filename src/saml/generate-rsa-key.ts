import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { quickRsaKey } from './quick-rsa-key.js';

/**
 * An RSA private key, PKCS #8 in PEM, made off the main thread.
 *
 * @param bits of the modulus
 */
export async function generateRsaKey(bits = 2048): Promise<string> {
  const quick = bits === 2048 ? begun : undefined;
  if (quick) begun = undefined;
  if (quick) return quick;
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: bits });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

let begun: Promise<string> | undefined;

/**
 * Begins the key of 2048 bits that `generateRsaKey` is asked for next, in the quick way: where none is kept, and before other things
 * are loaded.
 */
export function beginRsaKey(): void {
  begun ??= quickRsaKey();
  // Whoever asks for the key hears of it.
  begun.catch(() => undefined);
}
