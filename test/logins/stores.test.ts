/** One contract for every store: whichever holds the logins, the same sentences are true. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Libsql from 'libsql';
import { systemRandom } from '../../src/clock.js';
import type { AnsweredLogin, Login } from '../../src/logins/login.js';
import { createLoginIds } from '../../src/logins/login-id.js';
import type { Memory } from '../../src/logins/memory.js';
import { openMemory } from '../../src/logins/open-memory.js';
import { openPostgres } from '../../src/logins/open-postgres.js';
import { openSqlite } from '../../src/logins/open-sqlite.js';
import { aDatabase, type Database } from '../postgres/a-database.js';

const START = new Date('2026-11-24T10:00:00Z');
const minutes = (n: number) => new Date(START.getTime() + n * 60_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stores-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

let now = START;
let ids: () => string;

/** A login as the harness records it; made by hand because a store must keep whatever it is given. */
function login(change: Partial<AnsweredLogin> & { failed?: string[]; nameId?: string } = {}): AnsweredLogin {
  const { failed = [], nameId = 'B.Simon@contoso.com', ...rest } = change;
  return {
    id: ids(),
    state: 'answered',
    flow: 'idp-initiated',
    accountCode: 'C46A75',
    region: 'eu',
    accepted: failed.length === 0,
    received: {
      at: now.toISOString(),
      binding: 'HTTP-POST',
      samlResponse: 'PHNhbWxwOlJlc3BvbnNlLz4=\r\n',
      relayState: 'a=b&c',
    },
    settings: {
      profile: 'mimecast',
      clockSkewMs: 180_000,
      unsolicitedResponsesAllowed: true,
      idpSigningCertificates: [],
    },
    assertion: { subject: { nameId, confirmations: [] } },
    claims: { 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname': ['Zoë'] },
    verified: true,
    user: null,
    diagnosis: {
      accepted: failed.length === 0,
      rootCause: failed[0] ?? null,
      findings: failed.map((id) => ({
        id,
        title: id,
        stage: 'parties',
        severity: 'error',
        status: 'fail',
        summary: 'x',
        spec: [],
      })),
    },
    ...rest,
  };
}

let shared: { readonly database: Database; readonly memory: Memory } | undefined;
afterAll(async () => {
  await shared?.memory.logins.close();
  await shared?.database.drop();
});
/** A database takes its time to be made: the tests of this file share one, emptied for each. */
async function emptyPostgres(): Promise<Memory> {
  if (!shared) {
    const database = await aDatabase();
    shared = { database, memory: await openPostgres(database.url) };
  }
  await shared.database.query(
    'truncate logins, failed_checks, login_terms, unindexed, requests, assertions, sessions, documents',
  );
  return { ...shared.memory, logins: { ...shared.memory.logins, close: async () => undefined } };
}

const stores: [string, () => Promise<Memory>][] = [
  ['memory', async () => openMemory()],
  ['SQLite in a file', () => openSqlite(join(folder, 'logins.db'))],
  ['PostgreSQL', emptyPostgres],
];

describe.each(stores)('Logins kept in %s', (_name, open) => {
  let memory: Memory;
  beforeEach(async () => {
    now = START;
    ids = createLoginIds({ now: () => now }, systemRandom);
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
      id: ids(),
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
    now = minutes(60);
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

  describe('remember requests', () => {
    const request = { id: '_r1', loginId: 'l1', sentAt: START, expires: minutes(10) };

    it('as pending, then used, and only once, however many ask at the same time', async () => {
      await memory.requests.add(request);
      expect((await memory.requests.look('_r1', minutes(1))).state).toBe('pending');
      const won = await Promise.all(Array.from({ length: 5 }, () => memory.requests.consume('_r1', minutes(1))));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await memory.requests.look('_r1', minutes(1))).toEqual({ state: 'already-used', request });
    });

    it('as expired after their time, and as unknown when they never were', async () => {
      await memory.requests.add(request);
      expect((await memory.requests.look('_r1', minutes(11))).state).toBe('expired');
      expect(await memory.requests.consume('_r1', minutes(11))).toBe(false);
      expect((await memory.requests.look('_other', START)).state).toBe('unknown');
    });

    it('as completed by the first answer only, however many come at the same time', async () => {
      await memory.requests.add(request);
      const won = await Promise.all(Array.from({ length: 5 }, () => memory.requests.claimRecord('_r1')));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await memory.requests.claimRecord('_other')).toBe(false);
      expect((await memory.requests.look('_r1', START)).state).toBe('pending');
    });

    it('without asking about one using it up', async () => {
      await memory.requests.add(request);
      await memory.requests.look('_r1', START);
      expect(await memory.requests.consume('_r1', START)).toBe(true);
    });
  });

  it('keep a session until it ends or is ended', async () => {
    const { sessions } = memory;
    await sessions.save('s1', 'one', START, minutes(10));
    await sessions.save('s1', 'two', START, minutes(10));
    expect([await sessions.load('s1', minutes(9)), await sessions.load('s1', minutes(10))]).toEqual(['two', undefined]);
    await sessions.remove('s1');
    expect(await sessions.load('s1', START)).toBeUndefined();
  });

  it('keep documents by name, of several that are the first the one that came first', async () => {
    const { documents } = memory;
    const first = await Promise.all(['a', 'b', 'c'].map((text) => documents.keepFirst('secret', text)));
    expect(new Set(first).size).toBe(1);
    expect(await documents.load('secret')).toBe(first[0]);
    await documents.save('secret', 'd');
    expect(await documents.load('secret')).toBe('d');
    expect(await documents.names()).toEqual(['secret']);
    expect(await documents.load('other')).toBeUndefined();
  });

  it('remember an accepted assertion once, until it may be forgotten', async () => {
    const remember = () => memory.assertions.remember('idp', '_a1', 'l1', START, minutes(60));
    expect((await Promise.all([remember(), remember(), remember()])).filter(Boolean)).toHaveLength(1);
    expect(await memory.assertions.look('idp', '_a1')).toMatchObject({ loginId: 'l1', acceptedAt: START });
    expect(await memory.assertions.look('another idp', '_a1')).toBeUndefined();
    expect(await memory.assertions.remember('idp', '_a1', 'l2', minutes(61), minutes(120))).toBe(true);
  });
});

describe.each(stores)('An answered login, with what it takes, recorded in %s', (_name, open) => {
  let memory: Memory;
  beforeEach(async () => {
    memory = await open();
    await memory.requests.add({ id: '_r1', loginId: 'begun', sentAt: START, expires: minutes(10) });
  });
  afterEach(() => memory.logins.close());
  const answers = { requestId: '_r1', loginId: 'begun' };
  const assertion = { issuer: 'idp', id: '_a1', forgetAfter: minutes(60) };
  const taking = { at: START, answers, consumes: true, assertion };
  const requestState = async () => (await memory.requests.look('_r1', START)).state;

  it('completes the login that was begun, and uses up its request and its assertion', async () => {
    const one = login();
    expect(await memory.record(one, taking)).toEqual({ ...one, id: 'begun' });
    expect((await memory.logins.list()).logins).toEqual([{ ...one, id: 'begun' }]);
    expect(await requestState()).toBe('already-used');
    expect(await memory.assertions.look('idp', '_a1')).toMatchObject({ loginId: 'begun' });
  });

  it('is recorded once, however many come at the same time', async () => {
    const won = await Promise.all([1, 2, 3, 4].map(() => memory.record(login(), taking)));
    expect(won.filter((one) => one !== undefined)).toHaveLength(1);
    expect((await memory.logins.list()).logins).toHaveLength(1);
  });

  it('is recorded although another that came at the same time cannot be', async () => {
    const unwritable = login({ claims: { broken: [1n as never] } });
    const outcomes = await Promise.allSettled([
      memory.record(unwritable, { at: START, assertion: { ...assertion, id: '_other' } }),
      memory.record(login(), taking),
    ]);
    // Memory writes nothing down and so takes both.
    expect(outcomes.at(-1)?.status).toBe('fulfilled');
    if (outcomes[0]?.status === 'rejected') expect(await memory.assertions.look('idp', '_other')).toBeUndefined();
    expect(await memory.assertions.look('idp', '_a1')).toMatchObject({ loginId: 'begun' });
  });

  it('changes nothing when its assertion was used before', async () => {
    await memory.record(login(), { at: START, assertion });
    expect(await memory.record(login(), taking)).toBeUndefined();
    expect(await requestState()).toBe('pending');
    expect(await memory.requests.claimRecord('_r1')).toBe(true);
  });

  it('changes nothing when its request was used before', async () => {
    await memory.requests.consume('_r1', START);
    expect(await memory.record(login(), taking)).toBeUndefined();
    expect(await memory.assertions.look('idp', '_a1')).toBeUndefined();
    expect((await memory.logins.list()).logins).toEqual([]);
  });

  it('completes the begun login when it is refused too, and the next answer has a record of its own', async () => {
    const [junk, genuine] = [login({ failed: ['signature-present'] }), login()];
    expect(await memory.record(junk, { at: START, answers, consumes: false })).toMatchObject({ id: 'begun' });
    expect(await requestState()).toBe('pending');
    expect(await memory.record(genuine, taking)).toMatchObject({ id: genuine.id });
  });
});

describe('The file of logins', () => {
  it('is left as it is when it is a database of another program', async () => {
    const path = join(folder, 'places.sqlite');
    const { default: Database } = await import('libsql');
    const theirs = new Database(path);
    theirs.exec('create table moz_places (id integer)');
    theirs.close();
    const before = readFileSync(path);
    await expect(openSqlite(path)).rejects.toMatchObject({
      code: 'STORE_UNUSABLE',
      message: `The file ${path} is a database of another program: it holds moz_places.`,
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  beforeEach(() => {
    ids = createLoginIds({ now: () => START }, systemRandom);
  });

  it('is there again at the next start, for its owner only', async () => {
    const path = join(folder, 'data', 'logins.db');
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
    const path = join(folder, 'logins.db');
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
    const path = join(folder, 'logins.db');
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
    const path = join(folder, 'logins.db');
    const first = await openSqlite(path);
    await first.logins.save(login());
    const { bytes } = await first.logins.size();
    await first.logins.close();
    const { default: Database } = await import('libsql');
    const before = new Database(path);
    before.exec('drop table unindexed; drop index logins_by_size; alter table logins drop column bytes');
    before.exec("delete from kysely_migration where name >= '0004-size'");
    before.close();
    const second = await openSqlite(path);
    expect([bytes > 0, await second.logins.size()]).toEqual([true, { logins: 1, bytes }]);
    await second.logins.close();
  });
});

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
