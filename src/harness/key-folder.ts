import { join } from 'node:path';
import type { KeyPair, KeyVault } from '../entra/key-vault.js';
import type { KeptDocuments } from '../logins/kept-documents.js';
import type { StoreNews } from '../logins/store-news.js';
import { readKept, writeKept } from './data-folder.js';

/**
 * Keys in files that only their owner may read.
 *
 * @throws HarnessError `DATA_DIR_UNUSABLE` when a key cannot be read or kept there.
 */
export function keyFolder(folder: string): KeyVault {
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
export function keysInMemory(): KeyVault {
  const kept = new Map<string, KeyPair>();
  return {
    load: async (name) => kept.get(name),
    save: async (name, pair) => void kept.set(name, pair),
    isForgotten: true,
  };
}

/** Keys of harnesses on one database: whoever is first makes one for all of them. */
export async function sharedKeys(documents: KeptDocuments, news: StoreNews): Promise<KeyVault> {
  const kept = new Map<string, KeyPair>();
  const renew = async (name: string) => {
    const text = name.startsWith(KEY_DOCUMENT) ? await documents.load(name) : undefined;
    if (text !== undefined) kept.set(name, JSON.parse(text));
  };
  for (const name of await documents.names()) await renew(name);
  news.onDocument((name) => void renew(name).catch(() => undefined));
  return {
    // At every login somebody asks for a key that is rarely there: it is news when it comes.
    load: async (name) => kept.get(KEY_DOCUMENT + name),
    async save(name, pair) {
      kept.set(KEY_DOCUMENT + name, JSON.parse(await documents.keepFirst(KEY_DOCUMENT + name, JSON.stringify(pair))));
    },
  };
}

const KEY_DOCUMENT = 'key ';
