import { HarnessError } from '../errors.js';
import type { Memory } from '../logins/memory.js';
import { openMemory } from '../logins/open-memory.js';
import { openPostgres } from '../logins/open-postgres.js';
import { openSqlite } from '../logins/open-sqlite.js';

/**
 * The store a setting names.
 *
 * @throws HarnessError `CONFIG_INVALID`, `STORE_UNUSABLE`.
 */
export async function openStore(store: string): Promise<Memory> {
  if (store === 'memory') return openMemory();
  if (store.startsWith('sqlite:')) return openSqlite(store.slice('sqlite:'.length));
  if (/^postgres(ql)?:\/\//.test(store)) return openPostgres(store);
  throw new HarnessError(
    'CONFIG_INVALID',
    `--store ${store} is none of memory, sqlite:<path>, postgres://….`,
    'Give one of them.',
  );
}
