/** The three ways of docs/guides/three-ways-to-rehearse.md, each with what the Entra application holds meanwhile. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createHarness, type Harness, type HarnessOptions } from '../../src/index.js';

const IDENTIFIER = 'https://eu-api.mimecast.com/sso/C46A75';
const REPLY_URL = 'https://eu-api.mimecast.com/login/saml';

let harness: Harness;
afterEach(() => harness.stop());
async function start(options: HarnessOptions) {
  harness = await createHarness({ accountCode: 'C46A75', region: 'eu', ...options });
  return harness;
}
const namesOf = ({ assertion, response }: Awaited<ReturnType<Harness['signIn']>>) => ({
  audiences: assertion?.conditions?.audiences,
  destination: response?.destination,
});

describe('On the host names of production', () => {
  it('the production application rehearses with not one field changed, in both directions', async () => {
    const { entra, signIn } = await start({ verbatim: true });
    expect(entra.application).toMatchObject({ identifiers: [IDENTIFIER], replyUrls: [REPLY_URL] });
    for (const flow of ['sp-initiated', 'idp-initiated'] as const) {
      const login = await signIn({ flow });
      expect(login.accepted).toBe(true);
      expect(namesOf(login)).toEqual({ audiences: [IDENTIFIER], destination: REPLY_URL });
    }
  });
});

describe('With the production Identifier and one more Reply URL', () => {
  it('a login that begins here is answered here, with the production audience', async () => {
    const { entra, signIn, url } = await start({ entityId: IDENTIFIER });
    entra.updateApplication({ identifiers: [IDENTIFIER], replyUrls: [REPLY_URL, `${url}/login/saml`] });
    const login = await signIn();
    expect(login.accepted).toBe(true);
    expect(namesOf(login)).toEqual({ audiences: [IDENTIFIER], destination: `${url}/login/saml` });
  });

  it('one that begins in My Apps goes to the default Reply URL, which is production', async () => {
    const { entra, signIn, url } = await start({ entityId: IDENTIFIER });
    entra.updateApplication({ identifiers: [IDENTIFIER], replyUrls: [REPLY_URL, `${url}/login/saml`] });
    expect(namesOf(await signIn({ flow: 'idp-initiated' })).destination).toBe(REPLY_URL);
  });

  it('without that Reply URL Entra refuses with AADSTS50011', async () => {
    const { entra, signIn } = await start({ entityId: IDENTIFIER });
    entra.updateApplication({ identifiers: [IDENTIFIER], replyUrls: [REPLY_URL] });
    await expect(signIn()).rejects.toMatchObject({ message: expect.stringContaining('AADSTS50011') });
  });
});

describe('With an application for the rehearsal alone', () => {
  it('Identifier and Reply URL are of this machine, and production is not touched', async () => {
    const { entra, signIn, url } = await start({});
    const names = { identifier: `${url}/sso/C46A75`, replyUrl: `${url}/login/saml` };
    expect(entra.application).toMatchObject({ identifiers: [names.identifier], replyUrls: [names.replyUrl] });
    for (const flow of ['sp-initiated', 'idp-initiated'] as const) {
      const login = await signIn({ flow });
      expect(login.accepted).toBe(true);
      expect(namesOf(login)).toEqual({ audiences: [names.identifier], destination: names.replyUrl });
    }
  });
});

describe('The guides', () => {
  it('name only flags that there are', async () => {
    harness = await createHarness({ entra: false });
    const { SETTINGS, flagOf } = await import('../../src/config/settings.js');
    const flags = [...SETTINGS.map(({ key }) => flagOf(key)), '--no-entra', '--acs', '--idp-metadata', '--dry-run'];
    for (const guide of ['three-ways-to-rehearse', 'verbatim-hosts']) {
      const text = readFileSync(`docs/guides/${guide}.md`, 'utf8');
      const ours = [...text.matchAll(/saml-rehearsal (?:start|preflight|browser)[^\n`]*/g)].join(' ');
      const named = [...ours.matchAll(/--[a-z][a-z-]+/g)].map(([flag]) => flag);
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((flag) => !flags.includes(flag))).toEqual([]);
    }
  });
});
