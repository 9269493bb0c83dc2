/** The library: a harness in a test of somebody else's. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHarness, type Harness } from '../../src/index.js';
import { start } from './running.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'harness-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const failed = (login: Awaited<ReturnType<Harness['signIn']>>) =>
  login.diagnosis.findings.filter(({ status }) => status !== 'pass' && status !== 'not-applicable').map(({ id }) => id);

describe('A login without a browser', () => {
  it.each(['sp-initiated', 'idp-initiated'] as const)(
    'is accepted, %s, with who signed in and every claim',
    async (flow) => {
      const harness = await start();
      const login = await harness.signIn({ flow });
      expect(failed(login)).toEqual([]);
      expect(login).toMatchObject({
        accepted: true,
        verified: true,
        flow,
        accountCode: 'C46A75',
        region: 'eu',
        user: { email: 'B.Simon@contoso.com' },
      });
      expect(login.claims['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress']).toEqual([
        'B.Simon@contoso.com',
      ]);
      expect(login.request === undefined).toBe(flow === 'idp-initiated');
      expect(login.assertion?.conditions?.audiences).toEqual([`${harness.url}/sso/C46A75`]);
      expect(await harness.logins.find(login.id)).toEqual(login);
    },
  );

  it('takes another user, and says whose address is a Mimecast administrator’s', async () => {
    const harness = await start();
    const login = await harness.signIn({ user: 'Adele.Vance@contoso.com' });
    expect(login.user).toEqual({
      email: 'Adele.Vance@contoso.com',
      globalName: 'Adele Vance',
      roles: ['Full Administrator'],
    });
  });

  it('gives back the RelayState', async () => {
    const harness = await start();
    const login = await harness.signIn({ relayState: '/reports?year=2026&x=<y>' });
    expect(login.received.relayState).toBe('/reports?year=2026&x=<y>');
    expect(login.accepted).toBe(true);
  });

  it('fails with a fault, and only for its reason', async () => {
    const harness = await start();
    const login = await harness.signIn({ faults: ['wrong-audience'] });
    expect(login.accepted).toBe(false);
    expect(login.diagnosis.rootCause).toBe('audience-matches');
  });

  it('takes the faults that were put in the queue of the stand-in, once', async () => {
    const harness = await start();
    harness.entra.enqueue({ faults: ['wrong-audience'] });
    const logins = [await harness.signIn(), await harness.signIn()];
    expect(logins.map(({ accepted }) => accepted)).toEqual([false, true]);
  });

  it('is refused by the stand-in as Entra would, in its words', async () => {
    const harness = await start();
    await expect(harness.signIn({ user: 'nobody@contoso.com' })).rejects.toMatchObject({
      code: 'ENTRA_REFUSED',
      message: expect.stringContaining('AADSTS50034'),
    });
  });

  it('knows no fault of that name, and says so', async () => {
    const harness = await start();
    await expect(harness.signIn({ faults: ['wrong-audince'] })).rejects.toMatchObject({ code: 'FAULT_UNKNOWN' });
  });

  it('needs the stand-in', async () => {
    const harness = await start({ entra: false });
    await expect(harness.signIn()).rejects.toMatchObject({ code: 'NO_STAND_IN' });
  });
});

describe('The next login', () => {
  it('is the one that comes after the question, not one before', async () => {
    const harness = await start();
    await harness.signIn({ flow: 'idp-initiated' });
    const next = harness.nextLogin();
    const login = await harness.signIn({ user: 'Lidia.Holloway@contoso.com' });
    expect((await next).id).toBe(login.id);
  });

  it('is an error when none came in time', async () => {
    const harness = await start();
    await expect(harness.nextLogin({ timeoutMs: 1 })).rejects.toMatchObject({
      code: 'NO_LOGIN',
      message: 'No login came within 1 ms.',
    });
  });

  it('is an error at once when the harness is stopped', async () => {
    const harness = await start();
    const next = harness.nextLogin();
    const outcome = expect(next).rejects.toMatchObject({ message: 'The harness was stopped.' });
    await harness.stop();
    await outcome;
    await expect(harness.nextLogin()).rejects.toMatchObject({ message: 'The harness was stopped.' });
    await expect(harness.takeLogin()).rejects.toMatchObject({ message: 'The harness was stopped.' });
  });
});

describe('Two harnesses in one process', () => {
  it('know nothing of each other', async () => {
    const [one, two] = await Promise.all([
      start(),
      start({ accountCode: 'CUSA1A1', region: 'us', profile: { allowSingleSignOn: false } }),
    ]);
    expect(one.url).not.toBe(two.url);
    two.entra.enqueue({ faults: ['wrong-audience'] });
    const [first, second] = await Promise.all([one.signIn(), two.signIn()]);
    expect([first.accepted, second.accepted]).toEqual([true, false]);
    expect([first.accountCode, second.accountCode]).toEqual(['C46A75', 'CUSA1A1']);
    expect((await one.logins.list()).logins.map(({ id }) => id)).toEqual([first.id]);
    expect((await one.signIn({ flow: 'idp-initiated' })).accepted).toBe(true);
    const unsolicited = await two.signIn({ flow: 'idp-initiated' });
    expect(unsolicited.diagnosis.rootCause).toBe('unsolicited-response-allowed');
  });

  it('have keys of their own: the response of one is nothing to the other', async () => {
    const [one, two] = await Promise.all([start(), start()]);
    const login = await one.signIn({ flow: 'idp-initiated' });
    const body = new URLSearchParams({ SAMLResponse: login.received.samlResponse ?? '' });
    const answer = await fetch(`${two.url}/login/saml`, { method: 'POST', body, redirect: 'manual' });
    expect(answer.status).toBe(403);
    const [other] = (await two.logins.list()).logins;
    expect(other).toMatchObject({ state: 'answered', verified: false });
  });
});

describe('The end of a harness', () => {
  it('closes both servers, and may be asked for twice', async () => {
    const harness = await start();
    const { url, entra } = harness;
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    await Promise.all([harness.stop(), harness.stop()]);
    await expect(fetch(`${url}/livez`)).rejects.toThrow();
    await expect(fetch(entra.url)).rejects.toThrow();
  });

  it('does not wait for somebody who watches the live list', async () => {
    const harness = await start();
    const events = await fetch(`${harness.url}/api/v1/events`);
    expect(events.headers.get('content-type')).toContain('text/event-stream');
    await harness.stop();
    await events.text().catch(() => 'cut off');
  });

  it('comes by itself with `await using`', async () => {
    const inUse = async () => {
      await using harness = await createHarness();
      expect((await fetch(`${harness.url}/livez`)).status).toBe(200);
      return harness.url;
    };
    await expect(fetch(`${await inUse()}/livez`)).rejects.toThrow();
  });
});

describe('A harness with a folder for its data', () => {
  it('has its key, its logins and its Authentication Profile again at the next start, for the owner only', async () => {
    const options = { dataDir: folder, store: `sqlite:${join(folder, 'logins.db')}` };
    const first = await start(options);
    const login = await first.signIn({ flow: 'idp-initiated' });
    await first.serviceProvider.profile.put({
      ...(await first.serviceProvider.profile.get()),
      allowSingleSignOn: false,
    });
    await first.stop();

    const second = await start(options);
    expect(await second.logins.find(login.id)).toEqual(login);
    const { loginUrl } = await second.serviceProvider.profile.get();
    expect(loginUrl).toBe(second.entra.loginUrl());
    const again = await second.signIn({ flow: 'idp-initiated' });
    expect(again.settings.idpSigningCertificates).toEqual(login.settings.idpSigningCertificates);
    expect(again.diagnosis.rootCause).toBe('unsolicited-response-allowed');

    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const open = files.filter((entry) => (statSync(join(entry.parentPath, entry.name)).mode & 0o077) !== 0);
    expect(open.map(({ name }) => name).filter((name) => !/-(wal|shm)$/.test(name))).toEqual([]);
    expect(
      files.some((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').includes('PRIVATE KEY')),
    ).toBe(true);
  });
});
