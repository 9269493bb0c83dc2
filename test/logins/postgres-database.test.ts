/** The database of logins: made by several at once, heard by all of them, and named without its password. */
import { describe, expect, it } from '@jest/globals';
import { openPostgres } from '../../src/logins/open-postgres.js';
import { aDatabase } from '../postgres/a-database.js';
import { login, START } from './every-store.js';

describe('The database of logins', () => {
  it('is made by whichever of five harnesses is first, while the others wait', async () => {
    const database = await aDatabase();
    const all = await Promise.all(Array.from({ length: 5 }, () => openPostgres(database.url)));
    const one = login();
    await all[0]?.logins.save(one);
    expect(await all[4]?.logins.find(one.id)).toEqual(one);
    for (const memory of all) await memory.logins.close();
    await database.drop();
  });

  it('keeps no word of a login that is gone', async () => {
    const database = await aDatabase();
    const memory = await openPostgres(database.url);
    const words = () => database.query('select term from login_terms where term = $1', ['zoë']);
    const one = login();
    await memory.logins.save(one);
    await memory.logins.close();
    expect(await words()).toHaveLength(1);
    const again = await openPostgres(database.url);
    await again.logins.trim({ count: 0 });
    expect([await words(), await again.logins.find('a\0b')]).toEqual([[], undefined]);
    await again.logins.close();
    await database.drop();
  });

  it('may hear anything on the channel of its news, and goes on', async () => {
    const database = await aDatabase();
    const [here, there] = [await openPostgres(database.url), await openPostgres(database.url)];
    for (const junk of ['', 'junk', 'null', '{"from":1,"login":{}}', '{"from":"x","login":"nobody"}']) {
      await database.query('select pg_notify($1, $2)', ['saml_rehearsal', junk]);
    }
    const heard = new Promise((resolve) => here.news?.onLogin(resolve));
    const one = login();
    await there.record(one, { at: START });
    expect(await heard).toEqual(one);
    for (const memory of [here, there]) await memory.logins.close();
    await database.drop();
  });

  it('that cannot be reached is named without its password, with what to do', async () => {
    await expect(openPostgres('postgres://rehearsal:secret@127.0.0.1:1/logins')).rejects.toMatchObject({
      code: 'STORE_UNUSABLE',
      message: expect.stringMatching(/^The PostgreSQL database 127\.0\.0\.1:1\/logins cannot be used: .*ECONNREFUSED/),
      remedy: expect.stringContaining('server runs'),
    });
  });
});
