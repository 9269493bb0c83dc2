import type { Kysely } from 'kysely';
import type { Tables } from './sql-schema.js';

/** Small texts kept by name beside the logins: secrets, keys, settings. */
export interface KeptDocuments {
  names(): Promise<readonly string[]>;
  load(name: string): Promise<string | undefined>;
  save(name: string, text: string): Promise<void>;
  /** Keeps the text unless there is one of that name; what is kept now, whoever was first. */
  keepFirst(name: string, text: string): Promise<string>;
}

export function createMemoryDocuments(): KeptDocuments {
  const kept = new Map<string, string>();
  return {
    names: async () => [...kept.keys()],
    load: async (name) => kept.get(name),
    save: async (name, text) => void kept.set(name, text),
    async keepFirst(name, text) {
      const first = kept.get(name) ?? text;
      kept.set(name, first);
      return first;
    },
  };
}

export function createSqlDocuments(db: Kysely<Tables>): KeptDocuments {
  const load = async (name: string) => {
    const row = await db.selectFrom('documents').select('content').where('name', '=', name).executeTakeFirst();
    return row?.content;
  };
  return {
    names: async () => (await db.selectFrom('documents').select('name').execute()).map(({ name }) => name),
    load,
    async save(name, content) {
      await db
        .insertInto('documents')
        .values({ name, content })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ content }))
        .execute();
    },
    async keepFirst(name, content) {
      await db
        .insertInto('documents')
        .values({ name, content })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return (await load(name)) ?? content;
    },
  };
}
