/** Login records: written, read, judged again at their own instant; logins taken one after the other. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHarness, type Harness, type LoginRecord, readLoginRecord, replayLogin } from '../../src/index.js';

let harness: Harness;
let now = new Date('2026-03-02T09:15:05.000Z');
beforeAll(async () => {
  harness = await createHarness({ clock: { now: () => now } });
});
afterAll(() => harness.stop());

describe('A login record', () => {
  it('holds bytes, settings, instant and format version', async () => {
    const login = await harness.signIn();
    const record = readLoginRecord(await harness.logins.export(login.id));
    expect(record).toEqual({ recordVersion: 1, ...JSON.parse(JSON.stringify(login)) });
    expect(await harness.logins.export()).toBe(await harness.logins.export(login.id));
  });

  it.each([
    ['accepted', [], true],
    ['refused', ['wrong-audience'], false],
    ['refused by what only the harness knew', ['replayed-response'], false],
    ['of somebody the directory does not know', ['user-not-in-directory'], false],
    ['of a message whose base64 was cut off', ['truncated-base64'], false],
  ] as const)('is judged years later as it was then: %s', async (_what, faults, accepted) => {
    await harness.signIn();
    const login = await harness.signIn({ faults });
    const record = await harness.logins.export(login.id);
    now = new Date('2031-01-01T00:00:00.000Z');
    const replayed = await replayLogin(record);
    now = new Date('2026-03-02T09:15:05.000Z');
    expect(replayed.difference).toBe('');
    expect(replayed).toMatchObject({ isVerdictChanged: false, changes: [], login: { accepted } });
    expect(replayed.login.diagnosis.rootCause).toBe(login.diagnosis.rootCause);
    expect(replayed.login.claims).toEqual(login.claims);
  });

  it('whose verdict is another one today shows the difference', async () => {
    const record = JSON.parse(
      await harness.logins.export((await harness.signIn({ faults: ['wrong-audience'] })).id),
    ) as LoginRecord;
    const findings = record.diagnosis.findings.map((finding) =>
      finding.id === 'audience-matches' ? { ...finding, status: 'pass', summary: 'Fine in those days.' } : finding,
    );
    const older = { ...record, accepted: true, diagnosis: { accepted: true, rootCause: null, findings } };
    const replayed = await replayLogin(JSON.stringify(older));
    expect(replayed.isVerdictChanged).toBe(true);
    expect(replayed.changes.map(({ check }) => check)).toEqual(['audience-matches']);
    expect(replayed.difference).toMatch(
      /^- accepted\n\+ refused \(audience-matches\)\n- audience-matches pass: Fine in those days\.\n\+ audience-matches fail: The assertion is for /,
    );
  });

  it('with a check of today that was not there, or one that is gone, shows that', async () => {
    const login = await harness.signIn();
    const [first, ...others] = login.diagnosis.findings;
    const findings = [...others, { ...(first as (typeof others)[number]), id: 'of-old', summary: 'It was.' }];
    const { changes } = await replayLogin({ ...login, diagnosis: { ...login.diagnosis, findings } });
    expect(changes).toEqual([
      { check: first?.id, is: `pass: ${first?.summary}` },
      { check: 'of-old', was: 'pass: It was.' },
    ]);
  });

  it.each([
    ['{', 'NOT_A_RECORD'],
    ['{"id":"1","state":"pending"}', 'NOT_A_RECORD'],
    ['{"recordVersion":99}', 'RECORD_TOO_NEW'],
  ])('%s is refused in words', async (text, code) => {
    await expect(replayLogin(text)).rejects.toMatchObject({ code });
  });

  it('of an unknown login, or of one that waits, is refused in words', async () => {
    await expect(harness.logins.export('nobody')).rejects.toMatchObject({ code: 'LOGIN_UNKNOWN' });
    await fetch(`${harness.url}/login/saml?email=B.Simon@contoso.com`, { redirect: 'manual' });
    const pending = (await harness.logins.list()).logins.find(({ state }) => state === 'pending');
    await expect(harness.logins.export(pending?.id)).rejects.toMatchObject({ code: 'LOGIN_PENDING' });
  });
});

describe('takeLogin', () => {
  it('hands out every login once, in the order in which they came, also those from before the question', async () => {
    await using fresh = await createHarness();
    const first = await fresh.signIn();
    const second = await fresh.signIn({ flow: 'idp-initiated' });
    expect([await fresh.takeLogin(), await fresh.takeLogin()]).toEqual([first, second]);
    const taking = [fresh.takeLogin(), fresh.takeLogin()];
    const third = await fresh.signIn();
    const fourth = await fresh.signIn();
    expect(await Promise.all(taking)).toEqual([third, fourth]);
    await expect(fresh.takeLogin({ timeoutMs: 1 })).rejects.toMatchObject({ code: 'NO_LOGIN' });
  });

  it('passes over a login that was deleted before anybody took it', async () => {
    await using fresh = await createHarness();
    const gone = await fresh.signIn();
    const kept = await fresh.signIn({ flow: 'idp-initiated' });
    await fresh.logins.remove(gone.id);
    expect(await fresh.takeLogin()).toEqual(kept);
  });

  it('ends with the harness', async () => {
    const fresh = await createHarness();
    const outcome = expect(fresh.takeLogin()).rejects.toMatchObject({ message: 'The harness was stopped.' });
    await fresh.stop();
    await outcome;
  });
});
