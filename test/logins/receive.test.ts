/** What becomes of a message between its arrival and its record: state, races, breakage of ours. */
import { describe, expect, it } from '@jest/globals';
import { systemRandom } from '../../src/clock.js';
import { type Log, silent } from '../../src/logins/log.js';
import { createLoginEvents } from '../../src/logins/login-events.js';
import { createLoginIds } from '../../src/logins/login-id.js';
import { openMemory } from '../../src/logins/open-memory.js';
import { openSqlite } from '../../src/logins/open-sqlite.js';
import { type ReceiverDeps, receiveResponse } from '../../src/logins/receive.js';
import { startLogin } from '../../src/logins/start-login.js';
import type { ReceivedMessage } from '../../src/saml/evidence.js';
import { NEW_PROFILE } from '../../src/sp/authentication-profile.js';
import { createDirectory } from '../../src/sp/directory.js';
import { mimecast } from '../../src/sp/mimecast.js';
import { ACS, anIdentityProvider, aResponse, ENTITY_ID, GOOD_AT, NAME_ID } from '../a-response.js';

const post = (samlResponse: string): ReceivedMessage => ({
  binding: 'HTTP-POST',
  method: 'POST',
  contentType: 'application/x-www-form-urlencoded',
  fieldNames: ['SAMLResponse'],
  samlResponse,
});

async function receiver(change: Partial<ReceiverDeps> = {}) {
  const clock = { now: () => GOOD_AT };
  const deps: ReceiverDeps = {
    clock,
    newLoginId: createLoginIds(clock, systemRandom),
    memory: openMemory(),
    events: createLoginEvents(),
    log: silent,
    directory: createDirectory({
      domains: ['contoso.com'],
      addresses: [{ email: NAME_ID, globalName: 'B. Simon', roles: [] }],
    }),
    settings: async () => ({
      account: { accountCode: 'C46A75', region: 'eu', entityId: ENTITY_ID, assertionConsumerServiceUrl: ACS },
      vendor: mimecast,
      profile: { ...NEW_PROFILE, loginUrl: 'https://login.microsoftonline.com/t/saml2' },
      identityProvider: anIdentityProvider(),
      decryptionKeys: [],
      clockSkewMs: 0,
    }),
    ...change,
  };
  const receive = (base64: string) => receiveResponse(deps, post(base64), { acsUrl: ACS });
  const records = async () => (await deps.memory.logins.list()).logins;
  return { deps, receive, records };
}

/** A receiver that has sent a request; `answer` makes the response to it. */
async function awaiting(change: Partial<ReceiverDeps> = {}) {
  const { deps, ...rest } = await receiver(change);
  const begun = await startLogin({ ...deps, random: systemRandom, requestBinding: 'HTTP-POST' });
  if (!begun?.login.request) throw new Error('no login was begun');
  const { id: loginId, request } = begun.login;
  const answer = (sign: 'assertion' | 'none' = 'assertion') =>
    aResponse({ sign, basics: { inResponseTo: request.id } }).base64;
  return { deps, loginId, request, answer, ...rest };
}

const stores = [
  ['memory', async () => openMemory()],
  ['SQLite', () => openSqlite(':memory:')],
] as const;

describe.each(stores)('A response that arrives, with state kept in %s', (_name, open) => {
  it('is accepted and completes the login that was begun', async () => {
    const { receive, records, answer, loginId, request } = await awaiting({ memory: await open() });
    const login = await receive(answer());
    expect(login.diagnosis.findings.filter((f) => f.status === 'fail').map((f) => f.summary)).toEqual([]);
    expect(login).toMatchObject({ id: loginId, accepted: true, flow: 'sp-initiated', request });
    expect(login.user).toEqual({ email: NAME_ID, globalName: 'B. Simon', roles: [] });
    expect(await records()).toHaveLength(1);
  });

  it('is a replay the second time, and the first record stays as it was', async () => {
    const { receive, records, answer } = await awaiting({ memory: await open() });
    const first = await receive(answer());
    const second = await receive(answer());
    expect(second.accepted).toBe(false);
    expect(second.id).not.toBe(first.id);
    const failed = second.diagnosis.findings.filter(({ status }) => status === 'fail').map(({ id }) => id);
    expect(failed).toContain('assertion-not-replayed');
    expect(failed).toContain('in-response-to-known');
    expect((await records()).map(({ accepted }) => accepted)).toEqual([false, true]);
  });

  it('is accepted once when it is posted several times at once, and every post has its own record', async () => {
    const { receive, records, answer } = await awaiting({ memory: await open() });
    const base64 = answer();
    const logins = await Promise.all([receive(base64), receive(base64), receive(base64), receive(base64)]);
    expect(logins.filter(({ accepted }) => accepted)).toHaveLength(1);
    expect(new Set(logins.map(({ id }) => id)).size).toBe(4);
    const kept = await records();
    expect(kept).toHaveLength(4);
    expect(kept.filter(({ accepted }) => accepted)).toHaveLength(1);
  });

  it('is accepted after junk that names the same request, and both are recorded', async () => {
    const { receive, records, answer } = await awaiting({ memory: await open() });
    const junk = await receive(answer('none'));
    const genuine = await receive(answer());
    expect([junk.accepted, genuine.accepted]).toEqual([false, true]);
    expect(genuine.request?.id).toBe(genuine.response?.inResponseTo);
    expect(await records()).toHaveLength(2);
  });

  it('loses nothing when junk and the genuine response arrive at once', async () => {
    const { receive, records, answer } = await awaiting({ memory: await open() });
    const logins = await Promise.all([answer('none'), answer()].map(receive));
    expect(logins.map(({ accepted }) => accepted)).toEqual([false, true]);
    expect(new Set((await records()).map(({ id }) => id)).size).toBe(2);
  });
});

describe('Old logins', () => {
  it('are forgotten beyond the number that is kept', async () => {
    const { receive, records } = await receiver({ keep: { count: 2 } });
    for (const text of ['one', 'two', 'three']) await receive(text);
    expect((await records()).map((login) => login.state === 'answered' && login.received.samlResponse)).toEqual([
      'three',
      'two',
    ]);
  });

  it('are forgotten after their days', async () => {
    let now = GOOD_AT;
    const clock = { now: () => now };
    const newLoginId = createLoginIds(clock, systemRandom);
    const { receive, records } = await receiver({ clock, newLoginId, keep: { days: 1 } });
    await receive('one');
    now = new Date(GOOD_AT.getTime() + 25 * 3_600_000);
    await receive('two');
    expect(await records()).toHaveLength(1);
  });
});

describe('When something of ours breaks', () => {
  it('the message is recorded with what broke, and the login is refused', async () => {
    const { deps, receive, records } = await receiver();
    const broken: ReceiverDeps['directory'] = {
      ...deps.directory,
      find: () => {
        throw new Error('the directory is out of order');
      },
    };
    const ours = await receiver({ directory: broken, memory: deps.memory });
    const { base64 } = aResponse({ unsolicited: true });
    const login = await ours.receive(base64);
    expect(login).toMatchObject({ accepted: false, received: { samlResponse: base64 } });
    expect(login.diagnosis.findings).toMatchObject([
      {
        status: 'crashed',
        summary: 'The harness itself failed while it judged this message: the directory is out of order',
      },
    ]);
    expect(await records()).toHaveLength(1);
    expect((await receive(base64)).accepted).toBe(true);
  });

  it('the log says where, and nothing of the message', async () => {
    const lines: unknown[] = [];
    const note = (...line: unknown[]) => void lines.push(line);
    const log: Log = { debug: note, info: note, error: note };
    const settings = async () => JSON.parse('{"secret of the user');
    const { receive } = await receiver({ log, settings });
    const login = await receive(aResponse().base64);
    expect(lines).toMatchObject([
      [{ login: login.id, error: 'SyntaxError', stack: expect.any(Array) }, 'A message could not be judged.'],
      [{ login: login.id, accepted: false, rootCause: 'harness' }, 'A login was answered.'],
    ]);
    expect(JSON.stringify(lines)).not.toContain('secret');
  });

  it('a listener that fails does not take the answer from the user', async () => {
    const { deps, receive, records } = await receiver();
    deps.events.subscribe(() => {
      throw new Error('no longer there');
    });
    await expect(receive(aResponse({ unsolicited: true }).base64)).resolves.toMatchObject({ accepted: true });
    expect(await records()).toHaveLength(1);
  });

  it('settings that cannot be had are a recorded login too', async () => {
    const { receive, records } = await receiver({
      settings: async () => {
        throw new Error('the metadata is gone');
      },
    });
    const login = await receive(aResponse().base64);
    expect(login.diagnosis.findings[0]?.summary).toContain('the metadata is gone');
    expect(await records()).toHaveLength(1);
  });
});
