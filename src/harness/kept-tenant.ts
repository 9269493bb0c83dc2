import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSeed } from '../entra/seed.js';
import type { EntraSnapshot } from '../entra/snapshot.js';
import { HarnessError } from '../errors.js';
import { readKept, writeKept } from './data-folder.js';
import type { HarnessOptions } from './options.js';

/** The stand-in's tenant as it was left, and where it is kept for the next start. */
export interface KeptTenant {
  readonly snapshot: Partial<EntraSnapshot>;
  keep(snapshot: EntraSnapshot): void;
}

/**
 * The tenant of the data folder, with what a seed says put over it; without a data folder it lives as long as the harness.
 *
 * @throws HarnessError `SEED_UNREADABLE`, `SEED_INVALID`, `TENANT_UNREADABLE`, `DATA_DIR_UNUSABLE`.
 */
export async function keptTenant({ dataDir, entraSeed }: HarnessOptions): Promise<KeptTenant> {
  const file = dataDir === undefined ? undefined : join(dataDir, 'entra-tenant.json');
  const kept = file === undefined ? {} : await readTenant(file);
  const seed = entraSeed === undefined ? {} : await readSeed(await textOf(entraSeed));
  return {
    snapshot: {
      ...kept,
      ...seed,
      ...(kept.application && { application: { ...kept.application, ...seed.application } }),
    },
    keep(snapshot) {
      if (file === undefined) return;
      writeKept(file, `${JSON.stringify(snapshot, null, 2)}\n`);
    },
  };
}

async function readTenant(file: string): Promise<Partial<EntraSnapshot>> {
  const text = readKept(file);
  if (text === undefined) return {};
  try {
    return await readSeed(text);
  } catch (error) {
    throw new HarnessError(
      'TENANT_UNREADABLE',
      `The stand-in's tenant in ${file} cannot be read: ${(error as Error).message}`,
      'Correct the file, or delete it to begin with the tutorial’s tenant.',
      { cause: error },
    );
  }
}

/** A file, or the seed itself. */
async function textOf(seed: string): Promise<string> {
  if (/[\n{]/.test(seed)) return seed;
  try {
    return await readFile(seed, 'utf8');
  } catch (error) {
    throw new HarnessError(
      'SEED_UNREADABLE',
      `The seed ${seed} cannot be read: ${(error as Error).message}`,
      'Give the path of a YAML or JSON file.',
      { cause: error },
    );
  }
}
