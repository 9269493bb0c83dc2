/** The thread that has a SQLite file in its hands. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { beginSqlite, endUnusedSqlite, type SqliteEngine, startSqlite } from '../../src/logins/sqlite-engine.js';

const OPENING = { path: ':memory:', pragmas: [], saveLogin: 'select 1' };

let engine: SqliteEngine | undefined;
afterEach(() => engine?.end());

async function opened(): Promise<SqliteEngine> {
  engine = startSqlite();
  await engine.do('open', OPENING);
  return engine;
}

const query = (on: SqliteEngine, sql: string) => on.do('query', { sql, parameters: [] });

describe('The thread of a SQLite file', () => {
  it('does everything in the order in which it was asked, and what was asked before its end', async () => {
    const on = await opened();
    const all = [query(on, 'create table t (n)'), query(on, 'insert into t values (1)'), query(on, 'select n from t')];
    await on.end();
    expect((await Promise.all(all)).map(({ rows, changes }) => [rows, changes])).toEqual([
      [[], 0],
      [[], 1],
      [[{ n: 1 }], 0],
    ]);
  });

  it('says what SQLite says, with its code, and goes on', async () => {
    const on = await opened();
    await expect(query(on, 'select * from missing')).rejects.toMatchObject({
      message: expect.stringContaining('no such table: missing'),
      code: 'SQLITE_ERROR',
    });
    expect((await query(on, 'select 1 as n')).rows).toEqual([{ n: 1 }]);
  });

  it('keeps nobody waiting once it has ended', async () => {
    const on = await opened();
    await on.end();
    await expect(query(on, 'select 1')).rejects.toThrow('its thread has ended');
    await on.end();
  });

  it('may be begun before anybody knows which file it will be, and is ended when it is none', async () => {
    beginSqlite();
    const on = await opened();
    expect((await query(on, 'select 1 as n')).rows).toEqual([{ n: 1 }]);
    await on.end();
    beginSqlite();
    await endUnusedSqlite();
    await endUnusedSqlite();
    // The one that has ended is given to nobody.
    expect((await query(await opened(), 'select 2 as n')).rows).toEqual([{ n: 2 }]);
  });
});
