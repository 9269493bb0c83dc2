import { join } from 'node:path';
import { factsOf, type Log } from '../logins/log.js';
import type { Memory } from '../logins/memory.js';
import { readKept, writeKept } from './data-folder.js';

/** Where one document of the harness is kept for the next start, or for the other harnesses on the same database. */
export interface Place {
  /** For whoever has to mend it. */
  readonly name: string;
  read(): string | undefined;
  /** @throws Error at once when a file cannot be written; rejects when a database cannot. */
  write(text: string): Promise<void>;
  /** Calls when another harness has changed it. */
  onChange(listener: (text: string) => void): void;
}

/** The documents of one harness, by name. */
export interface Shelf {
  place(name: string): Place;
}

/** Files that only their owner may read; without a folder nothing is kept. */
export function folderShelf(folder: string | undefined): Shelf {
  return {
    place(name) {
      const file = folder === undefined ? undefined : join(folder, name);
      return {
        name: file ?? name,
        read: () => (file === undefined ? undefined : readKept(file)),
        write(text) {
          if (file !== undefined) writeKept(file, text);
          return Promise.resolve();
        },
        onChange: () => undefined,
      };
    },
  };
}

/** Documents in the database that several harnesses share: all of them at hand, and renewed as others change them. */
export async function sharedShelf({ documents, news }: Pick<Memory, 'documents' | 'news'>, log: Log): Promise<Shelf> {
  const texts = new Map<string, string>();
  const listeners = new Map<string, (text: string) => void>();
  const renew = async (name: string) => {
    const text = await documents.load(name);
    if (text === undefined || text === texts.get(name)) return;
    texts.set(name, text);
    listeners.get(name)?.(text);
  };
  const failed = (error: unknown) => log.error(factsOf(error), 'A shared setting could not be read or kept.');
  for (const name of await documents.names()) await renew(name);
  news?.onDocument((name) => void renew(name).catch(failed));
  let work: Promise<unknown> = Promise.resolve();
  return {
    place: (name) => ({
      name: `the document ${name} of the database`,
      read: () => texts.get(name),
      write(text) {
        texts.set(name, text);
        const written = work.then(() => documents.save(name, text));
        work = written.catch(failed);
        return written;
      },
      onChange: (listener) => void listeners.set(name, listener),
    }),
  };
}
