/** The tutorial step by step, with a tick for what was seen to happen, and for nothing else. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createHarness, type Harness, type HarnessOptions } from '../../src/index.js';

const IDENTIFIER = 'https://eu-api.mimecast.com/sso/C46A75';
const folder = mkdtempSync(join(tmpdir(), 'tutorial-'));
const running: Harness[] = [];
afterAll(async () => {
  for (const harness of running) await harness.stop();
  rmSync(folder, { recursive: true, force: true });
});
async function start(options: HarnessOptions = {}): Promise<Harness> {
  const harness = await createHarness(options);
  running.push(harness);
  return harness;
}

interface Step {
  readonly id: string;
  readonly state: string;
  readonly words: string;
  readonly at?: string;
  readonly loginId?: string;
}
async function stepsOf({ url }: Harness): Promise<readonly Step[]> {
  const answer = (await (await fetch(`${url}/api/v1/rehearsal/steps`)).json()) as { steps: Step[] };
  return answer.steps;
}
const idsIn = (steps: readonly Step[], state: string) => steps.filter((one) => one.state === state).map(({ id }) => id);
const stepIn = (steps: readonly Step[], id: string) => steps.find((one) => one.id === id);
const post = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });

describe('Someone who follows the tutorial with the stand-in', () => {
  const options = { dataDir: folder, entityId: IDENTIFIER };

  it('finds nothing ticked that nobody did, and what cannot be seen named as that', async () => {
    const harness = await start();
    const steps = await stepsOf(harness);
    expect(idsIn(steps, 'seen')).toEqual([]);
    expect(idsIn(steps, 'open')).toEqual(['sign-on-url', 'metadata-url', 'sp-initiated', 'idp-initiated']);
    expect(idsIn(steps, 'cannot-be-seen')).toEqual(['my-apps']);
    expect(stepIn(steps, 'identifier')?.words).toContain('The stand-in began with it.');
  });

  it('has each step ticked as it is taken', async () => {
    const harness = await start(options);
    const { entra, url } = harness;
    await post(`${entra.url}/new-application`, { name: 'Mimecast' });
    expect(idsIn(await stepsOf(harness), 'seen')).toEqual(['application']);
    expect(stepIn(await stepsOf(harness), 'identifier')).toMatchObject({
      state: 'open',
      words: 'The stand-in’s application does not hold it.',
    });

    const replyUrl = `${url}/login/saml`;
    await post(`${entra.url}/application/basic`, { identifier: IDENTIFIER, replyUrl, signOnUrl: replyUrl });
    await post(`${entra.url}/users`, {
      userPrincipalName: 'New.Hire@contoso.com',
      mail: 'New.Hire@contoso.com',
      accountEnabled: 'on',
    });
    await post(`${entra.url}/application/users-and-groups`, { principal: 'New.Hire@contoso.com' });
    expect(idsIn(await stepsOf(harness), 'seen')).toEqual(
      ['application', 'identifier', 'reply-url', 'sign-on-url', 'test-user', 'assignment'], // not metadata-url
    );

    const profileForm = `${url}/setup/authentication-profile`;
    await post(profileForm, { import: 'import', metadataUrl: entra.metadataUrl() });
    const profile = await harness.serviceProvider.profile.get();
    await post(profileForm, {
      description: 'Mimecast',
      provider: 'Microsoft Entra ID',
      enforceSamlForMimecast: 'on',
      allowSingleSignOn: 'on',
      loginUrl: profile.loginUrl ?? '',
      issuer: profile.issuer ?? '',
      identityProviderCertificates: profile.identityProviderCertificates.join('\n'),
    });
    await post(`${url}/setup/addresses`, { email: 'New.Hire@contoso.com', role: 'Full Administrator' });
    await harness.signIn({ user: 'New.Hire@contoso.com' });
    entra.updateApplication({ signOnUrl: null });
    const login = await harness.signIn({ user: 'New.Hire@contoso.com', flow: 'idp-initiated' });
    const steps = await stepsOf(harness);
    expect(steps.filter(({ state }) => state !== 'seen').map(({ id }) => id)).toEqual([
      'sign-on-url',
      'domain',
      'my-apps',
    ]);
    expect(stepIn(steps, 'metadata-url')?.words).toBe(`Read from ${entra.metadataUrl()}.`);
    expect(stepIn(steps, 'idp-initiated')).toMatchObject({ loginId: login.id });
    const page = await (await fetch(`${url}/setup`)).text();
    expect(page).toContain('13 of 16 seen');
    expect(page).toContain(`<a href="/logins/${login.id}">Login ${login.id} shows it.</a>`);
    await harness.stop();
  });

  it('finds the ticks again after a restart, but not what holds no longer', async () => {
    const harness = await start(options);
    expect(idsIn(await stepsOf(harness), 'seen')).toHaveLength(13);
    harness.entra.updateApplication({ identifiers: [] });
    expect(stepIn(await stepsOf(harness), 'identifier')?.state).toBe('open');
    await post(`${harness.entra.url}/new-application`, { name: 'Mimecast' });
    expect(idsIn(await stepsOf(harness), 'seen')).toEqual(['application']);
    await harness.stop();
  });

  it('finds none of them for another account', async () => {
    const harness = await start({ ...options, entityId: 'https://eu-api.mimecast.com/sso/OTHER' });
    expect(idsIn(await stepsOf(harness), 'seen')).toEqual([]);
  });
});

describe('With a tenant of one’s own', () => {
  it('what Entra holds is ticked when a response shows it, and the rest is said to be out of sight', async () => {
    const tenant = await start({ entityId: IDENTIFIER });
    const harness = await start({ entra: false, entityId: IDENTIFIER, idpMetadata: tenant.entra.metadataUrl() });
    const acsUrl = `${harness.url}/login/saml`;
    const before = await stepsOf(harness);
    expect(idsIn(before, 'seen')).toEqual(['application', 'metadata-url', 'import']);
    expect(idsIn(before, 'cannot-be-seen')).toEqual(['sign-on-url', 'my-apps']);
    expect(stepIn(before, 'reply-url')).toMatchObject({
      state: 'open',
      words: 'Shows itself with the first response that Entra addresses to this Reply URL.',
    });

    const deliver = async (replyUrl: string, faults: string[] = []) => {
      tenant.entra.updateApplication({ replyUrls: [replyUrl] });
      const answer = await tenant.entra.answer({ kind: 'idp-initiated', user: 'B.Simon@contoso.com', faults });
      if (answer.kind !== 'post') throw new Error('no response');
      await post(acsUrl, Object.fromEntries(answer.fields));
    };
    await deliver(acsUrl, ['rogue-key']);
    expect(idsIn(await stepsOf(harness), 'seen')).toEqual(['application', 'metadata-url', 'import']);
    await deliver('https://eu-api.mimecast.com/login/saml');
    expect(idsIn(await stepsOf(harness), 'seen')).toEqual([
      'application',
      'identifier',
      'metadata-url',
      'test-user',
      'assignment',
      'import',
      'domain',
      'address',
    ]);
    await deliver(acsUrl);
    expect(idsIn(await stepsOf(harness), 'open')).toEqual(['sp-initiated']);
  });
});
