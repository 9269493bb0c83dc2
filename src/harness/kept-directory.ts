import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Address, createDirectory, type Directory } from '../sp/directory.js';

interface Kept {
  readonly domains: readonly string[];
  readonly addresses: readonly Address[];
}

/** The internal directory, kept in `file` for the next start; without a file it lives as long as the harness. */
export function keptDirectory(file: string | undefined, initial: Kept): Directory {
  const directory = createDirectory(read(file) ?? initial);
  if (file === undefined) return directory;
  const keep = () => {
    const { domains, addresses } = directory;
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, `${JSON.stringify({ domains, addresses }, null, 2)}\n`, { mode: 0o600 });
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
  if (file === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept;
  } catch {
    return undefined;
  }
}
