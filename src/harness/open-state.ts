import { join } from 'node:path';
import type { Random } from '../clock.js';
import type { KeyVault } from '../entra/key-vault.js';
import type { Log } from '../logins/log.js';
import type { Memory } from '../logins/memory.js';
import { prepareDataFolder } from './data-folder.js';
import { type KeptTenant, keptTenant } from './kept-tenant.js';
import { keyFolder, keysInMemory, sharedKeys } from './key-folder.js';
import { openStore } from './open-memory.js';
import type { HarnessOptions } from './options.js';
import { folderShelf, type Shelf, sharedShelf } from './shelf.js';

/** What outlives a harness, or is shared with others. */
export interface State {
  readonly memory: Memory;
  readonly shelf: Shelf;
  readonly keys: KeyVault;
  /** Signs the cookies of sessions. */
  readonly sessionSecret: string;
  /** Absent without the stand-in. */
  readonly tenant?: KeptTenant;
}

/**
 * Opens the store and, in the data folder or in a database that harnesses share, everything else that is kept.
 *
 * @throws HarnessError `CONFIG_INVALID`, `STORE_UNUSABLE`, `DATA_DIR_UNUSABLE`, `SEED_UNREADABLE`, `SEED_INVALID`, `TENANT_UNREADABLE`.
 */
export async function openState(options: HarnessOptions, random: Random, log: Log): Promise<State> {
  const { dataDir } = options;
  if (dataDir !== undefined) await prepareDataFolder(dataDir);
  const memory = await openStore(options.store ?? 'memory');
  try {
    const shelf = memory.news ? await sharedShelf(memory, log) : folderShelf(dataDir);
    const keys = memory.news
      ? await sharedKeys(memory.documents, memory.news)
      : dataDir === undefined
        ? keysInMemory()
        : keyFolder(join(dataDir, 'keys'));
    const fresh = Buffer.from(random.bytes(32)).toString('hex');
    return {
      memory,
      shelf,
      keys,
      sessionSecret: await memory.documents.keepFirst('session-secret', fresh),
      ...(options.entra === false ? {} : { tenant: await keptTenant(options, shelf.place('entra-tenant.json')) }),
    };
  } catch (error) {
    await memory.logins.close();
    throw error;
  }
}
