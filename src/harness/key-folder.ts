import { join } from 'node:path';
import { readKept, writeKept } from './data-folder.js';

/** A private key and its certificate, both PEM. */
export interface KeyPair {
  readonly privateKeyPem: string;
  readonly certificatePem: string;
}

/** Where the stand-in keeps its keys: made on first need, kept for the next start. */
export interface KeyFolder {
  load(name: string): Promise<KeyPair | undefined>;
  save(name: string, pair: KeyPair): Promise<void>;
}

/**
 * Keys in files that only their owner may read.
 *
 * @throws HarnessError `DATA_DIR_UNUSABLE` when a key cannot be read or kept there.
 */
export function keyFolder(folder: string): KeyFolder {
  const fileOf = (name: string, kind: 'key' | 'crt') => join(folder, `${name.replace(/[^\w-]/g, '_')}.${kind}`);
  return {
    async load(name) {
      const privateKeyPem = readKept(fileOf(name, 'key'));
      const certificatePem = readKept(fileOf(name, 'crt'));
      return privateKeyPem === undefined || certificatePem === undefined
        ? undefined
        : { privateKeyPem, certificatePem };
    },
    async save(name, { privateKeyPem, certificatePem }) {
      writeKept(fileOf(name, 'key'), privateKeyPem);
      writeKept(fileOf(name, 'crt'), certificatePem);
    },
  };
}

/** Keys for as long as the harness lives. */
export function keysInMemory(): KeyFolder {
  const kept = new Map<string, KeyPair>();
  return { load: async (name) => kept.get(name), save: async (name, pair) => void kept.set(name, pair) };
}
