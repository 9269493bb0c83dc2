import type { Login } from './login.js';
import type { LoginStore } from './login-store.js';

/** What other harnesses on the same database have done. */
export interface StoreNews {
  /** Every login another one recorded, begun or answered, once, in the order in which they were recorded. */
  onLogin(listener: (login: Login) => void): void;
  /** The name of every document another one changed; after a gap in the news, of every document there is. */
  onDocument(listener: (name: string) => void): void;
}

/** One message between harnesses: an id or a name, never a value of a login. */
export interface NewsItem {
  /** Which harness says so. */
  readonly from: string;
  readonly login?: string;
  readonly document?: string;
}

export interface NewsDesk extends StoreNews {
  hear(item: NewsItem): void;
  /** Of a login this harness recorded itself. */
  own(login: Login): void;
  /** Looks up what was recorded since then: nobody was told of it. */
  catchUp(since: Date): void;
}

/** What came over the channel; anybody who may use the database may say anything there. */
export function readNews(text: string): NewsItem {
  try {
    const { from, login, document } = Object(JSON.parse(text));
    return {
      from: String(from),
      ...(typeof login === 'string' && { login }),
      ...(typeof document === 'string' && { document }),
    };
  } catch {
    return { from: '' };
  }
}

/** How many logins are looked through after a gap. */
const LOOKED_BACK = 500;
/** Two clocks may differ by this much. */
const MARGIN_MS = 60_000;

export function createNewsDesk(parts: {
  readonly logins: Pick<LoginStore, 'find' | 'list'>;
  readonly documentNames: () => Promise<readonly string[]>;
  /** This harness, which need not be told of itself. */
  readonly self: string;
}): NewsDesk {
  const loginListeners: ((login: Login) => void)[] = [];
  const documentListeners: ((name: string) => void)[] = [];
  const told = createTold(2 * LOOKED_BACK);
  let work: Promise<void> = Promise.resolve();
  // One after the other: the order of the news is the order of the commits. What the store cannot say now is caught up later.
  const inTurn = (task: () => Promise<void>) => {
    work = work.then(task).catch(() => undefined);
  };
  const tell = (login: Login | undefined) => {
    if (!login || !told.add(keyOf(login))) return;
    for (const listener of loginListeners) listener(login);
  };
  const tellDocument = (name: string) => {
    for (const listener of documentListeners) listener(name);
  };
  return {
    onLogin: (listener) => void loginListeners.push(listener),
    onDocument: (listener) => void documentListeners.push(listener),
    own: (login) => void told.add(keyOf(login)),
    hear({ from, login, document }) {
      if (from === parts.self) return;
      if (login !== undefined) inTurn(async () => tell(await parts.logins.find(login)));
      if (document !== undefined) inTurn(async () => tellDocument(document));
    },
    catchUp(since) {
      const from = new Date(since.getTime() - MARGIN_MS).toISOString();
      inTurn(async () => {
        const { logins } = await parts.logins.list({ limit: LOOKED_BACK });
        for (const login of [...logins].reverse()) if (happenedAt(login) >= from) tell(login);
        for (const name of await parts.documentNames()) tellDocument(name);
      });
    },
  };
}

/** A login is told of twice: begun, and answered. */
const keyOf = ({ id, state }: Login) => `${id} ${state}`;

const happenedAt = (login: Login): string =>
  (login.state === 'answered' ? login.received.at : login.request?.sentAt) ?? '';

function createTold(capacity: number) {
  const keys = new Set<string>();
  return {
    /** True the first time. */
    add(key: string): boolean {
      if (keys.has(key)) return false;
      keys.add(key);
      const [oldest] = keys;
      if (keys.size > capacity && oldest !== undefined) keys.delete(oldest);
      return true;
    },
  };
}
