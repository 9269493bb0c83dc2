import { HarnessError } from '../errors.js';
import { type Address, createDirectory, type Directory } from '../sp/directory.js';
import type { Place } from './shelf.js';

interface Kept {
  readonly domains: readonly string[];
  readonly addresses: readonly Address[];
}

/**
 * The internal directory, kept for the next start and for other harnesses on the same database.
 *
 * @throws HarnessError `DIRECTORY_UNREADABLE`, `DATA_DIR_UNUSABLE`.
 */
export function keptDirectory(place: Place, initial: Kept): Directory {
  let directory = createDirectory(read(place, place.read()) ?? initial);
  place.onChange((text) => {
    directory = createDirectory(read(place, text) ?? initial);
  });
  const keep = () => {
    const { domains, addresses } = directory;
    place.write(`${JSON.stringify({ domains, addresses }, null, 2)}\n`).catch(() => undefined);
  };
  return {
    get domains() {
      return directory.domains;
    },
    get addresses() {
      return directory.addresses;
    },
    find: (address) => directory.find(address),
    nearest: (address) => directory.nearest(address),
    addDomain(domain) {
      directory.addDomain(domain);
      keep();
    },
    addAddress(address) {
      directory.addAddress(address);
      keep();
    },
    removeAddress(email) {
      const removed = directory.removeAddress(email);
      if (removed) keep();
      return removed;
    },
  };
}

function read(place: Place, text: string | undefined): Kept | undefined {
  if (text === undefined) return undefined;
  try {
    const { domains, addresses } = JSON.parse(text) as Kept;
    if (Array.isArray(domains) && Array.isArray(addresses)) return { domains, addresses };
    throw new Error('domains and addresses are no lists');
  } catch (cause) {
    throw new HarnessError(
      'DIRECTORY_UNREADABLE',
      `The internal directory in ${place.name} cannot be read: ${(cause as Error).message}`,
      'Correct it, or move it away to begin with the built-in addresses. It was left as it is.',
      { cause },
    );
  }
}
