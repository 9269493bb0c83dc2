import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HarnessError } from '../errors.js';

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
 * @throws HarnessError `DATA_DIR_UNUSABLE` when a key cannot be kept there.
 */
export function keyFolder(folder: string): KeyFolder {
  const fileOf = (name: string, kind: 'key' | 'crt') => join(folder, `${name.replace(/[^\w-]/g, '_')}.${kind}`);
  return {
    async load(name) {
      try {
        return {
          privateKeyPem: await readFile(fileOf(name, 'key'), 'utf8'),
          certificatePem: await readFile(fileOf(name, 'crt'), 'utf8'),
        };
      } catch {
        return undefined;
      }
    },
    async save(name, { privateKeyPem, certificatePem }) {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(fileOf(name, 'key'), privateKeyPem, { mode: 0o600 });
        await chmod(fileOf(name, 'key'), 0o600);
        await writeFile(fileOf(name, 'crt'), certificatePem, { mode: 0o600 });
      } catch (cause) {
        throw new HarnessError(
          'DATA_DIR_UNUSABLE',
          `The keys cannot be kept in ${folder}: ${(cause as Error).message}`,
          'Give a folder you may write to with --data-dir.',
          { cause },
        );
      }
    },
  };
}

/** Keys for as long as the harness lives. */
export function keysInMemory(): KeyFolder {
  const kept = new Map<string, KeyPair>();
  return { load: async (name) => kept.get(name), save: async (name, pair) => void kept.set(name, pair) };
}
