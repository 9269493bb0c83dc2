/** The words of a login are indexed after it was answered: whoever searches must not notice. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Libsql from 'libsql';
import type { Memory } from '../../src/logins/memory.js';
import { openPostgres } from '../../src/logins/open-postgres.js';
import { openSqlite } from '../../src/logins/open-sqlite.js';
import { aDatabase } from '../postgres/a-database.js';
import { inFolder, login, START } from './every-store.js';

interface Place {
  open(): Promise<Memory>;
  count(table: 'unindexed' | 'login_terms'): Promise<number>;
  end(): Promise<unknown>;
}

async function inAFile(): Promise<Place> {
  const path = inFolder('logins.db');
  return {
    open: () => openSqlite(path),
    async count(table) {
      const database = new Libsql(path);
      const { n } = database.prepare(`select count(*) as n from ${table}`).get() as { n: number };
      database.close();
      return n;
    },
    end: async () => undefined,
  };
}

async function inPostgres(): Promise<Place> {
  const database = await aDatabase();
  return {
    open: () => openPostgres(database.url),
    count: async (table) => Number((await database.query<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n),
    end: () => database.drop(),
  };
}

describe.each([
  ['SQLite', inAFile],
  ['PostgreSQL', inPostgres],
])('A search in %s', (_name, place) => {
  let stored: Place;
  let memory: Memory;
  beforeEach(async () => {
    stored = await place();
    memory = await stored.open();
  });
  afterEach(async () => {
    await memory.logins.close();
    await stored.end();
  });
  const record = async (name: string) => {
    const one = login({ nameId: name });
    await memory.record(one, { at: START });
    return one.id;
  };
  const found = async (search: string, query = {}) =>
    (await memory.logins.list({ search, ...query })).logins.map(({ id }) => id);
  const restart = async () => {
    await memory.logins.close();
    memory = await stored.open();
  };

  it('finds a login at once, and after it was indexed, and both kinds in one list, newest first', async () => {
    const all = [await record('anna@contoso.com'), await record('berta@contoso.com')];
    expect([await stored.count('unindexed'), await found('contoso')]).toEqual([2, [all[1], all[0]]]);
    await restart();
    expect([await stored.count('unindexed'), await found('contoso')]).toEqual([0, [all[1], all[0]]]);
    all.push(await record('anna.new@contoso.com'));
    expect(await found('contoso')).toEqual([all[2], all[1], all[0]]);
    expect(await found('anna')).toEqual([all[2], all[0]]);
    expect(await found('contoso', { limit: 2 })).toEqual([all[2], all[1]]);
    expect(await found('contoso', { after: all[2] })).toEqual([all[1], all[0]]);
    expect(await found('contoso', { accepted: false })).toEqual([]);
  });

  it('finds a login that was written anew by its new words only', async () => {
    const first = login({ nameId: 'before@contoso.com' });
    await memory.logins.save(first);
    await restart();
    await memory.logins.save({ ...login({ nameId: 'after@contoso.com' }), id: first.id });
    expect([await found('before'), await found('after')]).toEqual([[], [first.id]]);
    await restart();
    expect([await found('before'), await found('after')]).toEqual([[], [first.id]]);
  });

  it('finds nothing of a login that was deleted before it was indexed, and keeps no word of it', async () => {
    const id = await record('secret@contoso.com');
    expect(await memory.logins.remove(id)).toBe(true);
    expect([await found('secret'), await stored.count('unindexed')]).toEqual([[], 0]);
    await restart();
    expect([await found('secret'), await stored.count('login_terms')]).toEqual([[], 0]);
  });

  it('never has to look through more than some hundreds: while logins keep coming they are indexed too', async () => {
    for (let group = 0; group < 12; group++)
      await Promise.all(Array.from({ length: 50 }, (_, at) => record(`person${group * 50 + at}@contoso.com`)));
    await record('last@contoso.com');
    expect(await stored.count('unindexed')).toBeLessThan(600);
    expect(await found('person599')).toHaveLength(1);
  });
});
