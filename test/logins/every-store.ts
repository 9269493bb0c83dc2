/** Every store there is, empty for each test, and logins to keep in them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach } from '@jest/globals';
import { systemRandom } from '../../src/clock.js';
import type { AnsweredLogin } from '../../src/logins/login.js';
import { createLoginIds } from '../../src/logins/login-id.js';
import type { Memory } from '../../src/logins/memory.js';
import { openMemory } from '../../src/logins/open-memory.js';
import { openPostgres } from '../../src/logins/open-postgres.js';
import { openSqlite } from '../../src/logins/open-sqlite.js';
import { aDatabase, type Database } from '../postgres/a-database.js';

export const START = new Date('2026-11-24T10:00:00Z');
export const minutes = (n: number) => new Date(START.getTime() + n * 60_000);

/** When logins come; `START` again for every test. */
export const clock = { now: START };
/** The id of a login that begins now, after all before it. */
export let nextId: () => string;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stores-'));
  clock.now = START;
  nextId = createLoginIds({ now: () => clock.now }, systemRandom);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A path in a folder that is gone after the test. */
export const inFolder = (...names: string[]) => join(folder, ...names);

type LoginChange = Partial<AnsweredLogin> & { readonly failed?: string[]; readonly nameId?: string };

/** A login as the harness records it; made by hand because a store must keep whatever it is given. */
export function login(change: LoginChange = {}): AnsweredLogin {
  const { failed = [], nameId = 'B.Simon@contoso.com', ...rest } = change;
  return {
    id: nextId(),
    state: 'answered',
    flow: 'idp-initiated',
    accountCode: 'C46A75',
    region: 'eu',
    accepted: failed.length === 0,
    received: {
      at: clock.now.toISOString(),
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

/** Every store, empty, by the name it has for people. */
export const stores: [string, () => Promise<Memory>][] = [
  ['memory', async () => openMemory()],
  ['SQLite in a file', () => openSqlite(inFolder('logins.db'))],
  ['PostgreSQL', emptyPostgres],
];
