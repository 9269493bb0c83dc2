import { readFile } from 'node:fs/promises';
import { readSeed } from '../entra/seed.js';
import type { EntraSnapshot } from '../entra/snapshot.js';
import { HarnessError } from '../errors.js';
import type { HarnessOptions } from './options.js';
import type { Place } from './shelf.js';

/** The stand-in's tenant as it was left, and where it is kept for the next start. */
export interface KeptTenant {
  readonly snapshot: Partial<EntraSnapshot>;
  keep(snapshot: EntraSnapshot): void;
  /** Calls when another harness on the same database has changed it. */
  onChange(listener: (snapshot: Partial<EntraSnapshot>) => void): void;
}

/**
 * The tenant as it is kept, with what a seed says put over it.
 *
 * @throws HarnessError `SEED_UNREADABLE`, `SEED_INVALID`, `TENANT_UNREADABLE`, `DATA_DIR_UNUSABLE`.
 */
export async function keptTenant({ entraSeed }: HarnessOptions, place: Place): Promise<KeptTenant> {
  const kept = await readKept(place, place.read());
  const seed = entraSeed === undefined ? {} : await readSeed(await textOf(entraSeed));
  return {
    snapshot: {
      ...kept,
      ...seed,
      ...(kept.application && { application: { ...kept.application, ...seed.application } }),
    },
    keep: (snapshot) => void place.write(`${JSON.stringify(snapshot, null, 2)}\n`).catch(() => undefined),
    onChange: (listener) => place.onChange((text) => void readKept(place, text).then(listener, () => undefined)),
  };
}

async function readKept(place: Place, text: string | undefined): Promise<Partial<EntraSnapshot>> {
  if (text === undefined) return {};
  try {
    return await readSeed(text);
  } catch (error) {
    throw new HarnessError(
      'TENANT_UNREADABLE',
      `The stand-in's tenant in ${place.name} cannot be read: ${(error as Error).message}`,
      'Correct it, or delete it to begin with the tutorial’s tenant.',
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
