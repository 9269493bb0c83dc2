/** Logins as the harness records them, each of another person and with other ids, without the cost of making and judging them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHarness } from '../dist/index.js';
import { createLoginIds } from '../dist/logins/login-id.js';

/** @typedef {import('../src/logins/login.js').AnsweredLogin} AnsweredLogin */

/**
 * @param {(login: AnsweredLogin) => AnsweredLogin} [change] of the one they are all made from
 * @returns {Promise<() => AnsweredLogin>}
 */
export async function aSourceOfLogins(change = (login) => login) {
  const harness = await createHarness();
  const one = JSON.stringify(change(await harness.signIn({ flow: 'idp-initiated' })));
  await harness.stop();
  const parsed = JSON.parse(one);
  const objectId = parsed.claims['http://schemas.microsoft.com/identity/claims/objectidentifier'][0];
  // Beginning a year ago, so that a million of them are in the order of their ids and of the past.
  const start = Date.now() - 365 * 86_400_000;
  let made = 0;
  const newId = createLoginIds(
    { now: () => new Date(start + made) },
    { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
  );
  /** @param {number} length */
  const unique = (length) => Buffer.from(crypto.getRandomValues(new Uint8Array(length))).toString('hex');
  return () => {
    made += 1;
    const name = `Person${made}x`;
    const text = one
      .replaceAll(parsed.id, newId())
      .replaceAll('B.Simon', name)
      .replaceAll('Simon', name)
      .replaceAll(objectId, `${unique(4)}-0000-4000-8000-${unique(6)}`)
      .replaceAll(parsed.response.id, `_${unique(16)}`)
      .replaceAll(parsed.assertion.id, `_${unique(16)}`);
    return JSON.parse(text);
  };
}

/**
 * What the record of an accepted, unsolicited login takes.
 *
 * @param {AnsweredLogin} login
 */
export function takingOf({ assertion }) {
  const at = new Date();
  const { issuer = '', id = '' } = assertion ?? {};
  return { at, consumes: false, assertion: { issuer, id, forgetAfter: new Date(at.getTime() + 86_400_000) } };
}

/** @param {string} store `sqlite` or `postgres`; a fresh one, and what ends it. */
export async function aStore(store) {
  const { open, end } = await aPlace(store);
  const memory = await open('logins');
  return {
    memory,
    end: async () => {
      await memory.logins.close();
      await end();
    },
  };
}

/**
 * Where several stores of one kind can be opened by name.
 *
 * @param {string} store `sqlite` or `postgres`
 */
export async function aPlace(store) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-store-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return store === 'sqlite' ? sqliteIn(folder, remove) : postgresIn(folder, remove);
}

/**
 * @param {string} folder
 * @param {() => void} end
 */
async function sqliteIn(folder, end) {
  const { openSqlite } = await import('../dist/logins/open-sqlite.js');
  const open = (/** @type {string} */ name) => openSqlite(join(folder, `${name}.db`));
  /** @param {string} name @param {readonly string[]} statements */
  const run = async (name, statements) => {
    const { default: Database } = await import('libsql');
    const database = new Database(join(folder, `${name}.db`));
    for (const pragma of ['synchronous = OFF', 'cache_size = -1000000', 'temp_store = MEMORY']) database.pragma(pragma);
    for (const statement of statements) database.exec(statement);
    database.close();
  };
  return { open, run, tidy: async () => undefined, end: async () => end() };
}

/**
 * @param {string} folder
 * @param {() => void} remove
 */
async function postgresIn(folder, remove) {
  const { openPostgres } = await import('../dist/logins/open-postgres.js');
  const { startServer } = await import('../test/postgres/server.mjs');
  const { default: pg } = await import('pg');
  // As a server in earnest: what is committed is on the disk.
  const server = await startServer(folder, ['shared_buffers=1GB', 'max_wal_size=8GB', 'checkpoint_timeout=30min']);
  const of = (/** @type {string} */ name) => server.url.replace(/postgres$/, name);
  /** @param {string} name @param {readonly string[]} statements */
  const run = async (name, statements) => {
    const client = new pg.Client(of(name));
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const open = async (/** @type {string} */ name) => {
    await run('postgres', [`create database ${name}`]).catch(() => undefined);
    return openPostgres(of(name));
  };
  const end = async () => {
    await server.stop();
    remove();
  };
  /** As autovacuum and the checkpointer leave it, and not in the middle of their work. @param {string} name */
  const tidy = (name) => run(name, ['vacuum analyze', 'checkpoint']);
  return { open, run, tidy, end };
}
