/** Logins as the harness records them, each of another person and with other ids, without the cost of making and judging them. */
import { createHarness } from '../dist/index.js';
import { createLoginIds } from '../dist/logins/login-id.js';

/** @typedef {import('../src/logins/login.js').AnsweredLogin} AnsweredLogin */

/** @returns {Promise<() => AnsweredLogin>} */
export async function aSourceOfLogins() {
  const harness = await createHarness();
  const one = JSON.stringify(await harness.signIn({ flow: 'idp-initiated' }));
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
  const { mkdtempSync, rmSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const folder = mkdtempSync(join(tmpdir(), 'bench-store-'));
  if (store === 'sqlite') {
    const { openSqlite } = await import('../dist/logins/open-sqlite.js');
    const memory = await openSqlite(join(folder, 'logins.db'));
    const end = async () => {
      await memory.logins.close();
      rmSync(folder, { recursive: true, force: true });
    };
    return { memory, end };
  }
  const { openPostgres } = await import('../dist/logins/open-postgres.js');
  const { startServer } = await import('../test/postgres/server.mjs');
  // As a server in earnest: what is committed is on the disk.
  const server = await startServer(folder, ['shared_buffers=512MB', 'max_wal_size=4GB']);
  const memory = await openPostgres(server.url);
  const end = async () => {
    await memory.logins.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { memory, end, url: server.url };
}
