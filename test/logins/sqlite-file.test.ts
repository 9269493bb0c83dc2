/** The file of logins: whose it is, what an older version left in it, and what it is never turned into. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import Libsql from 'libsql';
import { openSqlite } from '../../src/logins/open-sqlite.js';
import { inFolder, login } from './every-store.js';

describe('The file of logins', () => {
  it('is left as it is when it is a database of another program', async () => {
    const path = inFolder('places.sqlite');
    const theirs = new Libsql(path);
    theirs.exec('create table moz_places (id integer)');
    theirs.close();
    const before = readFileSync(path);
    await expect(openSqlite(path)).rejects.toMatchObject({
      code: 'STORE_UNUSABLE',
      message: `The file ${path} is a database of another program: it holds moz_places.`,
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is there again at the next start, for its owner only', async () => {
    const path = inFolder('data', 'logins.db');
    const first = await openSqlite(path);
    const one = login();
    await first.logins.save(one);
    await first.logins.close();
    const second = await openSqlite(path);
    expect(await second.logins.find(one.id)).toEqual(one);
    await second.logins.close();
    expect((statSync(path).mode & 0o777).toString(8)).toBe('600');
  });

  it('of a version without the index of words is found in by its words after an update', async () => {
    const path = inFolder('logins.db');
    const older = await openSqlite(path);
    const one = login();
    await older.logins.save(one);
    await older.logins.close();
    const database = new Libsql(path);
    database.exec("update logins set search_text = 'as it was'; drop table login_terms; drop table unindexed");
    database.exec('drop index logins_by_size; alter table logins drop column bytes');
    database.exec("delete from kysely_migration where name >= '0003-search'");
    database.close();
    const newer = await openSqlite(path);
    expect((await newer.logins.list({ search: 'simon' })).logins).toEqual([one]);
    await newer.logins.close();
  });

  it('is not touched when it is something else, and we say what to do', async () => {
    const path = inFolder('logins.db');
    writeFileSync(path, 'This is a letter, not a database. '.repeat(100));
    await expect(openSqlite(path)).rejects.toMatchObject({
      code: 'STORE_UNUSABLE',
      message: expect.stringContaining(path),
      remedy: expect.stringContaining('Move it away'),
    });
    expect(readFileSync(path, 'utf8')).toContain('This is a letter');
  });
});

describe('A file of logins of before', () => {
  it('is measured when it is opened: what was stored without its size has one then', async () => {
    const path = inFolder('logins.db');
    const first = await openSqlite(path);
    await first.logins.save(login());
    const { bytes } = await first.logins.size();
    await first.logins.close();
    const before = new Libsql(path);
    before.exec('drop table unindexed; drop index logins_by_size; alter table logins drop column bytes');
    before.exec("delete from kysely_migration where name >= '0004-size'");
    before.close();
    const second = await openSqlite(path);
    expect([bytes > 0, await second.logins.size()]).toEqual([true, { logins: 1, bytes }]);
    await second.logins.close();
  });
});
