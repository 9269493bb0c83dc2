/** One contract for every store: whichever holds the logins, the same sentences are true. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AnsweredLogin, Login } from '../../src/logins/login.js';
import type { Memory } from '../../src/logins/memory.js';
import { clock, login, minutes, nextId, START, stores } from './every-store.js';

describe.each(stores)('Logins kept in %s', (_name, open) => {
  let memory: Memory;
  beforeEach(async () => {
    memory = await open();
  });
  afterEach(() => memory.logins.close());
  const listed = async (query = {}) => (await memory.logins.list(query)).logins.map(({ id }) => id);

  it('come back exactly as they were given, bytes and all', async () => {
    const one = login();
    await memory.logins.save(one);
    expect(await memory.logins.find(one.id)).toEqual(one);
    expect(await memory.logins.find('nobody')).toBeUndefined();
  });

  it('are listed newest first, also when a clock stands still', async () => {
    const all = [login(), login(), login()];
    for (const each of all) await memory.logins.save(each);
    expect(await listed()).toEqual(all.map(({ id }) => id).reverse());
  });

  it('are paged without gaps or repeats while new ones arrive', async () => {
    const all = Array.from({ length: 5 }, () => login());
    for (const each of all) await memory.logins.save(each);
    const first = await memory.logins.list({ limit: 2 });
    await memory.logins.save(login());
    const second = await memory.logins.list({ limit: 2, ...(first.next ? { after: first.next } : {}) });
    const third = await memory.logins.list({ limit: 2, ...(second.next ? { after: second.next } : {}) });
    expect([...first.logins, ...second.logins, ...third.logins].map(({ id }) => id)).toEqual(
      all.map(({ id }) => id).reverse(),
    );
    expect(third.next).toBeUndefined();
  });

  it('can be asked for by verdict, failed check, NameID and any word in them', async () => {
    const good = login();
    const bad = login({ failed: ['audience-matches', 'recipient-matches'], nameId: 'eve@contoso.com' });
    const pending: Login = {
      id: nextId(),
      state: 'pending',
      accepted: false,
      flow: 'sp-initiated',
      accountCode: 'C46A75',
      region: 'eu',
    };
    for (const each of [good, bad, pending]) await memory.logins.save(each);
    expect(await listed({ accepted: true })).toEqual([good.id]);
    expect(await listed({ accepted: false })).toEqual([bad.id]);
    expect(await listed({ failed: 'recipient-matches' })).toEqual([bad.id]);
    expect(await listed({ nameId: 'eve@contoso.com' })).toEqual([bad.id]);
    expect(await listed({ search: 'zoë' })).toEqual([bad.id, good.id]);
    expect(await listed({ search: 'AUDIENCE' })).toEqual([bad.id]);
    expect(await listed({ search: pending.id })).toEqual([pending.id]);
    expect(await listed({ search: '100%' })).toEqual([]);
  });

  it('are found by the beginning of a value or of any word in it, whatever stands around it', async () => {
    const one = login({ claims: { name: ['Zoë (Sales) Müller-Lüdenscheidt', 'https://sts.windows.net/x'] } });
    await memory.logins.save(one);
    for (const search of ['müller', 'LÜDEN', 'sales) mü', '(sales', 'windows.net', '@contoso.com', 'simon@']) {
      expect([search, await listed({ search })]).toEqual([search, [one.id]]);
    }
    for (const search of ['üller', 'ontoso', 'zoë müller', '%', '_', '--', 'a\0b']) {
      expect([search, await listed({ search })]).toEqual([search, []]);
    }
  });

  it('are found by what begins many words as by what is one, page by page, with what else is asked for', async () => {
    const all = Array.from({ length: 40 }, (_, at) =>
      login({ claims: { name: [`word${at}`] }, failed: at % 2 === 0 ? [] : ['audience-matches'] }),
    );
    for (const each of all) await memory.logins.save(each);
    const newestFirst = all.map(({ id }) => id).reverse();
    const first = await memory.logins.list({ search: 'word', limit: 30 });
    const second = await memory.logins.list({ search: 'word', limit: 30, after: first.next ?? '' });
    expect([...first.logins, ...second.logins].map(({ id }) => id)).toEqual(newestFirst);
    expect(await listed({ search: 'word1', accepted: true, limit: 2 })).toEqual([all[18]?.id, all[16]?.id]);
    expect(await listed({ search: 'word', failed: 'audience-matches', limit: 2 })).toEqual([all[39]?.id, all[37]?.id]);
    expect(await listed({ failed: 'audience-matches', nameId: 'b.simon@contoso.com' })).toEqual([]);
  });

  it('are no longer found when they are gone', async () => {
    const [a, b] = [login(), login()] as const;
    for (const each of [a, b, a]) await memory.logins.save(each);
    await memory.logins.remove(b.id);
    expect(await listed({ search: 'zoë' })).toEqual([a.id]);
    await memory.logins.removeAll();
    expect(await listed({ search: 'zoë' })).toEqual([]);
  });

  it('count the same whether they are saved or recorded', async () => {
    const one = login();
    await memory.logins.save(one);
    const saved = await memory.logins.size();
    await memory.logins.removeAll();
    await memory.record(one, { at: START });
    expect(saved.bytes).toBeGreaterThan(0);
    expect(await memory.logins.size()).toEqual(saved);
  });

  it('are replaced when the pending one is answered', async () => {
    const answered = login();
    await memory.logins.save({
      id: answered.id,
      state: 'pending',
      accepted: false,
      flow: 'sp-initiated',
      accountCode: 'C46A75',
      region: 'eu',
    });
    await memory.logins.save(answered);
    expect(await memory.logins.find(answered.id)).toEqual(answered);
    expect(await listed()).toEqual([answered.id]);
  });

  it('keep hostile attribute names as data', async () => {
    const claims = JSON.parse('{"__proto__":["x"],"constructor":["y"],"robert\'); drop table logins;--":["z"]}');
    const one = login({ claims });
    await memory.logins.save(one);
    expect(JSON.stringify(((await memory.logins.find(one.id)) as AnsweredLogin).claims)).toBe(JSON.stringify(claims));
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('can be removed one by one, by age, by number, and all at once', async () => {
    const old = login();
    await memory.logins.save(old);
    clock.now = minutes(60);
    const [a, b, c] = [login(), login(), login()] as const;
    for (const each of [a, b, c]) await memory.logins.save(each);
    expect(await memory.logins.trim({ since: minutes(30) })).toBe(1);
    expect(await memory.logins.trim({ count: 2 })).toBe(1);
    expect(await listed()).toEqual([c.id, b.id]);
    expect([await memory.logins.remove(b.id), await memory.logins.remove(b.id)]).toEqual([true, false]);
    await memory.logins.removeAll();
    expect(await listed()).toEqual([]);
  });

  it('are measured, and the newest that have room are kept', async () => {
    expect(await memory.logins.size()).toEqual({ logins: 0, bytes: 0 });
    const logins: AnsweredLogin[] = [];
    for (let n = 0; n < 4; n++) {
      const one = login();
      logins.push({ ...one, received: { ...one.received, samlResponse: 'ü'.repeat(5_000) } });
    }
    for (const each of logins) await memory.logins.save(each);
    const { logins: count, bytes } = await memory.logins.size();
    // Bytes, not characters: each ü has two.
    expect([count, bytes > 40_000, bytes < 60_000]).toEqual([4, true, true]);
    expect(await memory.logins.trim({ bytes })).toBe(0);
    expect(await memory.logins.trim({ bytes: bytes - 1 })).toBe(1);
    expect(await memory.logins.trim({ bytes: bytes / 2 })).toBe(1);
    expect(await listed()).toEqual([logins[3]?.id, logins[2]?.id]);
    expect(await memory.logins.trim({ bytes: 1 })).toBe(2);
  });
});
