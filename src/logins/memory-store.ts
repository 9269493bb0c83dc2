import type { Login } from './login.js';
import { firstIdOf } from './login-id.js';
import { failedChecks, limitOf, nameIdOf } from './login-query.js';
import type { LoginQuery, LoginStore } from './login-store.js';
import { searchedFor, termsOf } from './search-terms.js';

/** Logins kept as long as the process lives. Bounded by whoever calls `trim`. */
export function createMemoryStore(): LoginStore {
  const logins = new Map<string, Login>();
  const bytesOf = measuredOnce();
  const newestFirst = (): Login[] => [...logins.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
  return {
    save: async (login) => void logins.set(login.id, login),
    find: async (id) => logins.get(id),
    async list(query = {}) {
      const limit = limitOf(query);
      const { after } = query;
      const fitting = newestFirst().filter(
        (login) => (after === undefined || login.id < after) && matches(login, query),
      );
      const page = fitting.slice(0, limit);
      const last = page.at(-1);
      return { logins: page, ...(fitting.length > limit && last ? { next: last.id } : {}) };
    },
    remove: async (id) => logins.delete(id),
    removeAll: async () => logins.clear(),
    async trim({ count, since, bytes }) {
      const oldest = since && firstIdOf(since);
      let total = 0;
      const gone = newestFirst().filter((login, rank) => {
        if (bytes !== undefined) total += bytesOf(login);
        return total > (bytes ?? 0) || (count !== undefined && rank >= count) || (oldest && login.id < oldest);
      });
      for (const { id } of gone) logins.delete(id);
      return gone.length;
    },
    size: async () => ({
      logins: logins.size,
      bytes: [...logins.values()].reduce((total, login) => total + bytesOf(login), 0),
    }),
    close: async () => undefined,
  };
}

function measuredOnce(): (login: Login) => number {
  const sizes = new WeakMap<Login, number>();
  return (login) => {
    const size = sizes.get(login) ?? Buffer.byteLength(JSON.stringify(login));
    sizes.set(login, size);
    return size;
  };
}

/** Whether a login belongs on a page, the cursor aside. */
function matches(login: Login, { accepted, failed, nameId, search = '' }: LoginQuery): boolean {
  if (accepted !== undefined && (login.state === 'pending' || login.accepted !== accepted)) return false;
  if (failed !== undefined && !failedChecks(login).includes(failed)) return false;
  if (nameId !== undefined && nameIdOf(login) !== nameId) return false;
  if (search === '') return true;
  const beginning = searchedFor(search);
  return beginning !== '' && termsOf(login).some((term) => term.startsWith(beginning));
}
