/** Probing other people's service providers: a sound one, a blind one, and ones that must be left alone. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { probeJunit, probeText } from '../../src/cli/probe-report.js';
import { createHarness, type Harness, type ProbeReport } from '../../src/index.js';
import { readXml } from '../../src/saml/read-xml.js';
import { inFolder } from '../cli/command-line.js';
import { blindApp, ENTITY_ID, passportApp, type ServiceProviderUnderTest } from './service-providers.js';

let harness: Harness;
let sound: ServiceProviderUnderTest;
let strict: ServiceProviderUnderTest;
let blind: ServiceProviderUnderTest;
beforeAll(async () => {
  harness = await createHarness();
  const [current] = await harness.entra.certificates.list();
  const idp = { loginUrl: harness.entra.loginUrl(), certificate: current?.certificate.pem ?? '' };
  sound = await passportApp(idp);
  strict = await passportApp(idp, 'always');
  blind = await blindApp();
});
afterAll(() => Promise.all([harness, sound, strict, blind].map((one) => one.stop())));

const about = ({ acs }: ServiceProviderUnderTest) => ({ acs, entityId: ENTITY_ID });
const outcomes = ({ attempts }: ProbeReport) =>
  Object.fromEntries(attempts.map(({ fault = 'good', outcome }) => [fault, outcome]));

describe('The simplest Express and passport-saml', () => {
  const faults = [
    'unsigned',
    'rogue-key',
    'xsw-3',
    'wrong-audience',
    'expired',
    'wrong-recipient',
    'replayed-response',
  ];

  it('lets in what is not for it and what it has seen before, judged by the page of its own', async () => {
    const report = await harness.probe({ ...about(sound), signedIn: sound.me, faults });
    expect(outcomes(report)).toEqual({
      good: 'let-in',
      unsigned: 'refused',
      'rogue-key': 'refused',
      'xsw-3': 'refused',
      'wrong-audience': 'refused',
      expired: 'refused',
      'wrong-recipient': 'let-in',
      'replayed-response': 'let-in',
    });
    expect(report).toMatchObject({ flow: 'idp-initiated', healthy: false });
  });

  it('knows its own requests when told to: a probe that begins at its login', async () => {
    const some = [
      'unsigned',
      'replayed-response',
      'unsolicited',
      'unknown-in-response-to',
      'encrypted-and-tampered',
      'audience-other-case',
    ];
    const report = await harness.probe({ ...about(strict), signedIn: strict.me, start: strict.login, faults: some });
    expect(outcomes(report)).toEqual({
      good: 'let-in',
      unsigned: 'refused',
      'replayed-response': 'refused',
      unsolicited: 'refused',
      'unknown-in-response-to': 'refused',
      'encrypted-and-tampered': 'not-tried',
      'audience-other-case': 'not-tried',
    });
    expect(report).toMatchObject({ flow: 'sp-initiated', healthy: true });
  });

  it.each([
    ['words on the page', () => /Signed in as B\.Simon/],
    ['words, as they are typed', () => '/signed in as/i'],
    ['the cookie that opens the page', () => 'connect.sid'],
    ['the path of a page', () => '/me'],
  ])('is told apart by %s', async (_what, signedIn) => {
    const report = await harness.probe({ ...about(sound), signedIn: signedIn(), faults: ['unsigned'] });
    expect(outcomes(report)).toEqual({ good: 'let-in', unsigned: 'refused' });
  });
});

describe('A blind service provider', () => {
  it('answers 200 to everybody, and is seen through all the same', async () => {
    const faults = ['unsigned', 'rogue-key', 'xsw-1', 'wrong-audience', 'expired', 'no-assertion', 'empty-post'];
    const report = await harness.probe({ ...about(blind), signedIn: blind.me, faults });
    expect(outcomes(report)).toEqual({
      good: 'let-in',
      unsigned: 'let-in',
      'rogue-key': 'let-in',
      'xsw-1': 'let-in',
      'wrong-audience': 'let-in',
      expired: 'let-in',
      'no-assertion': 'refused',
      'empty-post': 'refused',
    });
    expect(probeText(report)).toContain('UNSAFE: 5 of 7 faults were let in.');
    expect(probeText(report)).toContain('  unsigned: ');
    const junit = probeJunit(report);
    expect(readXml(junit).problem).toBeUndefined();
    expect(junit).toContain('tests="8" failures="5" errors="0" skipped="0"');
  });
});

describe('A probe is not begun', () => {
  it('on a host that is not this machine', async () => {
    const options = { acs: 'https://sp.example.com/acs', entityId: 'x', signedIn: 'sid' };
    await expect(harness.probe(options)).rejects.toMatchObject({ code: 'HOST_NOT_YOURS' });
    const lured = { ...about(blind), signedIn: 'https://sp.example.com/me' };
    await expect(harness.probe(lured)).rejects.toMatchObject({ code: 'HOST_NOT_YOURS' });
    const named = { acs: 'http://127.0.0.1.example.com/acs', entityId: 'x', signedIn: 'sid' };
    await expect(harness.probe(named)).rejects.toMatchObject({ code: 'HOST_NOT_YOURS' });
  });

  it('when the evidence does not tell a stranger from somebody signed in', async () => {
    const asked = (signedIn: string) => harness.probe({ ...about(sound), signedIn, faults: [] });
    await expect(asked('/')).rejects.toMatchObject({ code: 'PROBE_CONTROL_FAILED' });
    await expect(asked('no-such-cookie')).rejects.toMatchObject({ code: 'PROBE_CONTROL_FAILED' });
    await expect(asked('/Welcome back/')).rejects.toMatchObject({ code: 'PROBE_CONTROL_FAILED' });
    await expect(asked('/<p>/')).rejects.toMatchObject({
      code: 'PROBE_CONTROL_FAILED',
      message: expect.stringContaining('to strangers too'),
    });
  });

  it('when the service provider trusts somebody else', async () => {
    const other = await createHarness();
    const options = { ...about(sound), signedIn: sound.me, faults: [] };
    await expect(other.probe(options)).rejects.toMatchObject({ code: 'PROBE_CONTROL_FAILED' });
    await other.stop();
  });

  it('with a pattern that is none, or a fault that is none', async () => {
    await expect(harness.probe({ ...about(blind), signedIn: '/(/' })).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
    });
    const faults = ['no-such'];
    await expect(harness.probe({ ...about(blind), signedIn: '/me', faults })).rejects.toMatchObject({
      code: 'FAULT_UNKNOWN',
    });
  });
});

describe('saml-rehearsal probe', () => {
  const { run, path } = inFolder();
  const given = () => ['probe', '--acs', blind.acs, '--entity-id', ENTITY_ID, '--signed-in', blind.me];

  it('prints what was let in, and its exit code is the verdict', async () => {
    const bad = await run([...given(), '--fault', 'unsigned', '--fault', 'empty-post']);
    expect(bad).toMatchObject({ code: 1, err: '' });
    expect(bad.out).toContain('UNSAFE: 1 of 2 faults were let in.');
    const good = await run([...given(), '--fault', 'empty-post', '--json']);
    expect([good.code, JSON.parse(good.out).healthy]).toEqual([0, true]);
  });

  it('writes JUnit to a file', async () => {
    const ran = await run([...given(), '--fault', 'unsigned', '--reporter', 'junit', '--output', 'probe.xml']);
    expect(ran).toMatchObject({ code: 1, out: '', err: 'Written to probe.xml.\n' });
    expect(readFileSync(path('probe.xml'), 'utf8')).toContain('<failure type="let-in"');
  });

  it('prints the metadata of the same key every time, and refuses what is not here', async () => {
    const certificate = async () =>
      /X509Certificate>([^<]+)/.exec((await run([...given(), '--metadata'])).out)?.[1] ?? '';
    const first = await certificate();
    expect(first).toMatch(/^MII/);
    expect(await certificate()).toBe(first);
    const away = await run(['probe', '--acs', 'https://sp.example.com/acs', '--entity-id', 'x', '--signed-in', 'sid']);
    expect(away.code).toBe(2);
    expect(away.err).toContain('say --i-own-this-host');
  });
});
