/** Several accounts of the vendor in one harness. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHarness, type Harness } from '../../src/index.js';

let folder: string;
let harness: Harness;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accounts-'));
  harness = await createHarness({
    accountCode: 'C46A75',
    accounts: [
      { accountCode: 'CUSA1A1', region: 'us' },
      { accountCode: 'czatest', region: 'za' },
    ],
    dataDir: folder,
  });
});
afterAll(async () => {
  await harness.stop();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string) => fetch(`${harness.url}${path}`);
const profileOf = (code: string) => `${harness.url}/api/v1/authentication-profile?accountCode=${code}`;

describe('Each account of a harness', () => {
  it('has metadata with its own Identifier and the Reply URL they share', async () => {
    for (const code of ['C46A75', 'CUSA1A1', 'czatest']) {
      const xml = await (await get(`/sso/${code}`)).text();
      expect(xml).toContain(`entityID="${harness.url}/sso/${code}"`);
      expect(xml).toContain(`Location="${harness.url}/login/saml"`);
    }
  });

  it('starts its own logins, whose record carries its code and region', async () => {
    const login = await harness.signIn({ accountCode: 'CUSA1A1' });
    expect(login).toMatchObject({ accepted: true, accountCode: 'CUSA1A1', region: 'us' });
    expect(login.assertion?.conditions?.audiences).toEqual([`${harness.url}/sso/CUSA1A1`]);
    expect(await harness.signIn()).toMatchObject({ accepted: true, accountCode: 'C46A75', region: 'eu' });
  });

  it('starts one in the browser with ?account=', async () => {
    const page = await (await get('/login/saml?account=CUSA1A1&email=B.Simon%40contoso.com')).text();
    const samlRequest = /name="SAMLRequest" value="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(Buffer.from(samlRequest, 'base64').toString()).toContain(`${harness.url}/sso/CUSA1A1</`);
    expect(await (await get('/login/saml?account=CUSA1A1')).text()).toContain('name="account" value="CUSA1A1"');
  });

  it('has an Authentication Profile of its own, kept in a file of its own', async () => {
    const change = await fetch(profileOf('CUSA1A1'), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ allowSingleSignOn: false, description: 'American' }),
    });
    expect(await change.json()).toMatchObject({ description: 'American' });
    expect(await (await fetch(profileOf('C46A75'))).json()).toMatchObject({ description: 'Rehearsal' });
    expect(existsSync(join(folder, 'authentication-profile-CUSA1A1.json'))).toBe(true);
    expect(existsSync(join(folder, 'authentication-profile.json'))).toBe(false);
  });

  it('has a form for that profile under Setup, which changes this account’s alone', async () => {
    const path = '/setup/authentication-profile?account=CUSA1A1';
    expect(await (await get('/setup')).text()).toContain(`href="${path}"`);
    const form = await (await get(path)).text();
    expect(form).toContain('Of account <strong>CUSA1A1</strong>, region us.');
    expect(form).toContain('value="American"');
    const metadataXml = await harness.entra.metadata();
    const imported = await fetch(`${harness.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ import: 'import', metadataXml }),
    });
    expect([imported.status, imported.headers.get('location')]).toEqual([303, path]);
    expect(await (await get(path)).text()).toContain('Last import');
    expect(await (await fetch(profileOf('C46A75'))).json()).not.toHaveProperty('lastImport');
    expect((await get('/setup/authentication-profile?account=cusa1a1')).status).toBe(404);
  });

  it('gets the IdP-initiated responses that name it as audience, and judges them by its profile', async () => {
    const identifiers = ['CUSA1A1', 'C46A75', 'czatest'].map((code) => `${harness.url}/sso/${code}`);
    harness.entra.updateApplication({ identifiers });
    const login = await harness.signIn({ flow: 'idp-initiated' });
    expect(login).toMatchObject({ accountCode: 'CUSA1A1', region: 'us', flow: 'idp-initiated' });
    expect(login.diagnosis.rootCause).toBe('unsolicited-response-allowed');
  });

  it('is left to the main account when nobody is meant', async () => {
    const login = await harness.signIn({ flow: 'idp-initiated', faults: ['wrong-audience'] });
    expect(login).toMatchObject({ accountCode: 'C46A75', accepted: false });
    expect(login.diagnosis.rootCause).toBe('audience-matches');
  });

  it('keeps a response to its own request, though the audience is another account’s', async () => {
    const page = await (await get('/login/saml?account=czatest&email=B.Simon%40contoso.com')).text();
    const samlRequest = /name="SAMLRequest" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const asked = Buffer.from(samlRequest, 'base64').toString();
    const requestXml = asked.replace('/sso/czatest<', '/sso/CUSA1A1<');
    const answer = await harness.entra.answer({ kind: 'sp-initiated', user: 'B.Simon@contoso.com', requestXml });
    if (answer.kind !== 'post') throw new Error('the stand-in refused');
    const body = new URLSearchParams(Object.fromEntries(answer.fields));
    await fetch(`${harness.url}/login/saml`, { method: 'POST', body, redirect: 'manual' });
    const [login] = (await harness.logins.list()).logins;
    expect(login).toMatchObject({ accountCode: 'czatest', region: 'za', diagnosis: { rootCause: 'audience-matches' } });
    expect(login).toMatchObject({ assertion: { conditions: { audiences: [`${harness.url}/sso/CUSA1A1`] } } });
  });
});

describe('A code that is no account', () => {
  it.each([
    ['cusa1a1', 'Account codes are written in capitals here: CUSA1A1, not cusa1a1.'],
    ['CZATEST', 'This harness was told czatest; case matters in an account code.'],
    ['CUK999', 'This harness rehearses the accounts C46A75, CUSA1A1, czatest.'],
  ])('%s is explained', async (code, words) => {
    for (const path of [`/sso/${code}`, `/login/saml?account=${code}&email=a%40contoso.com`]) {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain(words);
    }
    const api = await fetch(profileOf(code));
    expect(api.status).toBe(404);
    expect(JSON.stringify(await api.json())).toContain(words);
    await expect(harness.signIn({ accountCode: code })).rejects.toMatchObject({ code: 'ACCOUNT_UNKNOWN' });
  });

  it('or is there twice, in whatever case, or is none, stops the start', async () => {
    const start = (code: string) => createHarness({ accounts: [{ accountCode: code, region: 'eu' }] });
    await expect(start('c46a75')).rejects.toMatchObject({ message: 'The account c46a75 is there twice.' });
    await expect(start('../x')).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });

  it('or is in a region there is not, stops the start too', async () => {
    const start = createHarness({ accounts: [{ accountCode: 'CUK1', region: 'uk' }] });
    await expect(start).rejects.toMatchObject({ code: 'REGION_UNKNOWN' });
  });
});

describe('What is odd about an account', () => {
  it('is said of each in the API', async () => {
    const { accounts } = (await (await get('/api/v1/rehearsal')).json()) as { accounts: object[] };
    expect(accounts).toEqual([
      { accountCode: 'C46A75', region: 'eu', entityId: `${harness.url}/sso/C46A75`, warnings: [] },
      { accountCode: 'CUSA1A1', region: 'us', entityId: `${harness.url}/sso/CUSA1A1`, warnings: [] },
      {
        accountCode: 'czatest',
        region: 'za',
        entityId: `${harness.url}/sso/czatest`,
        warnings: ['The account code "czatest" is not in capitals; Mimecast\'s guide says it should be.'],
      },
    ]);
  });

  it('is said under Setup, beside every account, and which applications My Apps can enter', async () => {
    const text = await (await get('/setup')).text();
    expect(text).toContain('<p class="notice warn"><bdi>The account code &quot;czatest&quot; is not in capitals');
    expect(text).toContain(`href="${harness.url}/login/saml?account=CUSA1A1"`);
    expect(text).toMatch(/Mimecast Mobile 3\.1\+<\/th><td>yes<\/td><td>no</);
    expect(text).toContain('(read in part)');
  });
});
