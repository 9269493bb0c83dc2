/** Monitor Metadata URL: what is read again, when, and what people are told of it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Scheduler } from '../../src/harness/monitor-metadata.js';
import { monitorMetadata } from '../../src/harness/monitor-metadata.js';
import { createProfileHolder } from '../../src/harness/profile-holder.js';
import { createHarness, type Harness } from '../../src/index.js';
import { createLoginEvents } from '../../src/logins/login-events.js';
import { certificateFromPem } from '../../src/saml/certificates.js';
import { GOOD_AT, IDP_ENTITY_ID, TENANT_ID } from '../a-response.js';
import { entraMetadata } from '../entra-metadata.js';
import { aLogin } from '../http/inspector/a-login.js';
import { type TestKeyName, testKey } from '../keys.js';

const thumbprint = (name: TestKeyName) => certificateFromPem(testKey(name).certificatePem).thumbprintSha1;

/** A scheduler whose time passes when the test says so. */
function byHand(): Scheduler & { tick(): void; readonly intervals: number[] } {
  const works = new Set<() => void>();
  const intervals: number[] = [];
  return {
    intervals,
    every(intervalMs, work) {
      intervals.push(intervalMs);
      works.add(work);
      return () => void works.delete(work);
    },
    tick: () => {
      for (const work of works) work();
    },
  };
}

let server: Server;
let url: string;
let published: string | undefined;
let asked: number;
beforeEach(async () => {
  published = entraMetadata(['idp']);
  asked = 0;
  server = createServer((_request, response) => {
    asked += 1;
    if (published === undefined) response.writeHead(503).end();
    else response.end(published);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metadata`;
});
afterEach(() => void server.close());

let now = GOOD_AT;
beforeEach(() => {
  now = GOOD_AT;
});
const clock = { now: () => now };

async function monitored(isMonitored = true) {
  const profile = createProfileHolder({ clock, initial: { monitorMetadataUrl: isMonitored } });
  const first = await profile.import({ metadataUrl: url });
  const scheduler = byHand();
  const events = createLoginEvents();
  const monitor = monitorMetadata({ profile, events, clock, scheduler });
  const tick = async () => {
    scheduler.tick();
    await monitor.idle();
    return profile.get();
  };
  return { profile, first, scheduler, events, monitor, tick };
}

describe('Import', () => {
  it('says of a new profile what it filled in', async () => {
    const { first } = await monitored();
    expect(first.lastImport).toEqual({
      at: GOOD_AT.toISOString(),
      changes: [
        `Issuer: ${IDP_ENTITY_ID}.`,
        `Login URL: https://login.microsoftonline.com/${TENANT_ID}/saml2.`,
        `Logout URL: https://login.microsoftonline.com/${TENANT_ID}/saml2.`,
        `Certificate added: ${thumbprint('idp')}.`,
      ],
      warnings: [],
    });
  });

  it('says that the metadata is unsigned, of the whole tenant, and of another entity than before', async () => {
    const { profile } = await monitored();
    const unsigned = entraMetadata(['idp']).replace(/<Signature .*?<\/Signature>/s, '');
    expect((await profile.import({ metadataXml: unsigned })).lastImport?.warnings).toEqual([
      'The metadata is not signed; nothing vouches for it but the way it came.',
    ]);
    const { lastImport } = await profile.import({
      metadataXml: entraMetadata(['tenant'], { entityId: 'https://sts.windows.net/other/' }),
    });
    expect(lastImport?.warnings.join(' ')).toContain('This is the metadata of the whole Entra tenant');
    expect(lastImport?.changes).toContain(`Issuer: https://sts.windows.net/other/ instead of ${IDP_ENTITY_ID}.`);
  });

  it('says that a certificate has expired', async () => {
    now = new Date('2040-01-01T00:00:00Z');
    const { first } = await monitored();
    expect(first.lastImport?.warnings).toContainEqual(
      expect.stringMatching(new RegExp(`^The certificate ${thumbprint('idp')} in it expired on \\d{4}-`)),
    );
  });
});

describe('Monitor Metadata URL', () => {
  it('reads again every fifteen minutes and records which certificates came and went', async () => {
    const { scheduler, tick } = await monitored();
    expect(scheduler.intervals).toEqual([15 * 60_000]);
    published = entraMetadata(['idp-next']);
    now = new Date(GOOD_AT.getTime() + 900_000);
    const { lastImport, identityProviderCertificates } = await tick();
    expect(lastImport?.changes).toEqual([
      `Certificate added: ${thumbprint('idp-next')}.`,
      `Certificate removed: ${thumbprint('idp')}.`,
    ]);
    expect(lastImport).toMatchObject({ at: now.toISOString(), checkedAt: now.toISOString() });
    expect(identityProviderCertificates).toHaveLength(1);
  });

  it('keeps on record what changed last when nothing changes any more', async () => {
    const { tick } = await monitored();
    published = entraMetadata(['idp'], { path: 'saml2-moved' });
    const changed = await tick();
    now = new Date(GOOD_AT.getTime() + 900_000);
    const { lastImport } = await tick();
    expect(lastImport).toEqual({ ...changed.lastImport, checkedAt: now.toISOString() });
    expect(lastImport?.changes[0]).toBe(
      `Login URL: https://login.microsoftonline.com/${TENANT_ID}/saml2-moved instead of https://login.microsoftonline.com/${TENANT_ID}/saml2.`,
    );
  });

  it('keeps the profile and says why when the metadata cannot be had or used', async () => {
    const { first, tick } = await monitored();
    published = undefined;
    const { lastImport, ...rest } = await tick();
    expect(lastImport?.warnings).toEqual([`The metadata at ${url} cannot be fetched: the server answered 503`]);
    const { lastImport: before, ...fields } = first;
    expect(rest).toEqual(fields);
    expect(lastImport?.changes).toEqual(before?.changes);
    published = '<html/>';
    expect((await tick()).lastImport?.warnings[0]).toMatch(/cannot be imported: This is a web page/);
  });

  it('reads at once when a response is signed with an unknown key, and then not for a minute', async () => {
    const { events, monitor } = await monitored();
    const askedAfter = async (key: TestKeyName, ms: number) => {
      now = new Date(GOOD_AT.getTime() + ms);
      events.emit(await aLogin({ key }));
      await monitor.idle();
      return asked;
    };
    expect(await askedAfter('idp', 0)).toBe(1);
    expect(await askedAfter('rogue', 0)).toBe(2);
    expect(await askedAfter('rogue', 59_999)).toBe(2);
    expect(await askedAfter('rogue', 60_000)).toBe(3);
  });

  it('does nothing while the box is not ticked, and nothing after its end', async () => {
    const { tick, profile, first, monitor } = await monitored(false);
    await tick();
    expect(asked).toBe(1);
    await profile.put({ ...first, monitorMetadataUrl: true });
    await tick();
    expect(asked).toBe(2);
    monitor.stop();
    await tick();
    expect(asked).toBe(2);
  });
});

describe('A response with an unknown key', () => {
  let harness: Harness;
  afterEach(() => harness.stop());
  const profileNow = () => harness.serviceProvider.profile.get();
  const refused = async () => (await harness.signIn({ faults: ['rogue-key'] })).diagnosis;

  it('makes a monitored harness read the Metadata URL at once', async () => {
    harness = await createHarness({ scheduler: byHand(), clock, profile: { monitorMetadataUrl: true } });
    await harness.serviceProvider.profile.put({ ...(await profileNow()), metadataUrl: url });
    expect((await refused()).rootCause).toBe('signing-certificate-published');
    while (asked < 1) await new Promise((resolve) => setImmediate(resolve));
    await until(async () =>
      (await profileNow()).lastImport?.changes.includes(`Certificate added: ${thumbprint('idp')}.`),
    );
    const answer = await fetch(`${harness.url}/api/v1/authentication-profile`);
    expect(await answer.json()).toMatchObject({ lastImport: { checkedAt: GOOD_AT.toISOString() } });
    const setup = await (await fetch(`${harness.url}/setup`)).text();
    expect(setup).toContain(`Certificate added: ${thumbprint('idp')}.`);
    expect(setup).toContain('Metadata URL monitored');
  });

  it('makes it read again although the clock was put back an hour meanwhile', async () => {
    harness = await createHarness({ scheduler: byHand(), clock, profile: { monitorMetadataUrl: true } });
    await harness.serviceProvider.profile.put({ ...(await profileNow()), metadataUrl: url });
    await refused();
    while (asked < 1) await new Promise((resolve) => setImmediate(resolve));
    await until(async () => (await profileNow()).lastImport?.checkedAt !== undefined);
    now = new Date(GOOD_AT.getTime() - 3_600_000);
    await refused();
    while (asked < 2) await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toBe(2);
  });

  it('changes nothing in one that is not', async () => {
    harness = await createHarness({ scheduler: byHand(), clock });
    const before = await profileNow();
    await harness.serviceProvider.profile.put({ ...before, metadataUrl: url });
    await refused();
    await fetch(url);
    expect(asked).toBe(1); // ours, and none before it
  });
});

async function until(holds: () => Promise<boolean | undefined>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}
