import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';

/**
 * An RSA private key, PKCS #8 in PEM, made off the main thread.
 *
 * @param bits of the modulus
 */
export function generateRsaKey(bits = 2048): Promise<string> {
  const key = bits === 2048 ? begun : undefined;
  if (key) begun = undefined;
  return key ?? make(bits);
}

let begun: Promise<string> | undefined;

/** Begins to make the key of 2048 bits that `generateRsaKey` is asked for next: a good place is before other things are loaded. */
export function beginRsaKey(): void {
  begun ??= make(2048);
  // Whoever asks for the key hears of it.
  begun.catch(() => undefined);
}

async function make(bits: number): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: bits });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
