import { HarnessError } from '../errors.js';
import { type Address, createDirectory, type Directory } from '../sp/directory.js';
import { readKept, writeKept } from './data-folder.js';

interface Kept {
  readonly domains: readonly string[];
  readonly addresses: readonly Address[];
}

/**
 * The internal directory, kept in `file` for the next start; without a file it lives as long as the harness.
 *
 * @throws HarnessError `DIRECTORY_UNREADABLE`, `DATA_DIR_UNUSABLE`.
 */
export function keptDirectory(file: string | undefined, initial: Kept): Directory {
  const directory = createDirectory(read(file) ?? initial);
  if (file === undefined) return directory;
  const keep = () => {
    const { domains, addresses } = directory;
    writeKept(file, `${JSON.stringify({ domains, addresses }, null, 2)}\n`);
  };
  return {
    get domains() {
      return directory.domains;
    },
    get addresses() {
      return directory.addresses;
    },
    find: directory.find,
    nearest: directory.nearest,
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

function read(file: string | undefined): Kept | undefined {
  const text = file === undefined ? undefined : readKept(file);
  if (text === undefined) return undefined;
  try {
    const { domains, addresses } = JSON.parse(text) as Kept;
    if (Array.isArray(domains) && Array.isArray(addresses)) return { domains, addresses };
    throw new Error('domains and addresses are no lists');
  } catch (cause) {
    throw new HarnessError(
      'DIRECTORY_UNREADABLE',
      `The internal directory in ${file} cannot be read: ${(cause as Error).message}`,
      'Correct the file, or move it away to begin with the built-in addresses. It was left as it is.',
      { cause },
    );
  }
}
