/** Whole logins over HTTP, form by form, as a browser without scripts would send them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHarness, type Harness } from '../../src/index.js';
import type { AnsweredLogin } from '../../src/logins/login.js';

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness();
});
afterAll(() => harness.stop());

const FOLLOW_NOTHING = { redirect: 'manual' } as const;
const latest = async (): Promise<AnsweredLogin> =>
  (await (await fetch(`${harness.url}/api/v1/logins/latest`)).json()) as AnsweredLogin;

/** The one form of a page: where it goes and what it carries. */
function formOf(html: string): { action: string; fields: URLSearchParams } {
  const plain = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const action = /<form[^>]* action="([^"]*)"/.exec(html)?.[1];
  if (action === undefined) throw new Error(`no form in ${html}`);
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return {
    action: plain(action),
    fields: new URLSearchParams(fields.map(([, name = '', value = '']) => [plain(name), plain(value)])),
  };
}

/** From the sign-on page to the stand-in's answer, which is not yet posted. */
async function answered({ user = 'B.Simon@contoso.com', relayState = '' } = {}) {
  const query = new URLSearchParams({ email: user, ...(relayState === '' ? {} : { RelayState: relayState }) });
  const sent = await fetch(`${harness.url}/login/saml?${query}`);
  const policy = sent.headers.get('content-security-policy') ?? '';
  const page = await sent.text();
  const { action, fields } = formOf(page);
  const back = await fetch(`${action}${action.includes('?') ? '&' : '?'}auto=1`, { method: 'POST', body: fields });
  return { page, policy, requestForm: { action, fields }, ...formOf(await back.text()) };
}

const post = (action: string, fields: URLSearchParams) =>
  fetch(action, {
    method: 'POST',
    body: fields,
    ...FOLLOW_NOTHING,
    headers: { Origin: harness.entra.url, 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' },
  });

describe('An SP-initiated login', () => {
  it('sends the AuthnRequest by a form that needs no script, to the IdP the policy names', async () => {
    const { page, policy, requestForm } = await answered();
    expect(requestForm.action).toMatch(new RegExp(`^${harness.entra.url}/[0-9a-f-]{36}/saml2\\?login_hint=B\\.Simon`));
    expect(page).toContain('<button type="submit">Continue</button>');
    expect(page).not.toMatch(/<script(?! type="module" src="\/assets\/)|onload=|onclick=|style="/);
    expect(policy).toContain(`form-action 'self' ${harness.entra.url};`);
    const request = Buffer.from(requestForm.fields.get('SAMLRequest') ?? '', 'base64').toString();
    expect(request).toContain(`AssertionConsumerServiceURL="${harness.url}/login/saml"`);
    expect(request).toMatch(/ ID="_[0-9a-f]{32}"/);
    expect(request).not.toContain('RequestedAuthnContext');
  });

  it('ends at the account home, which says who is signed in, until logging out', async () => {
    const { action, fields } = await answered({ relayState: '/reports' });
    expect(fields.get('RelayState')).toBe('/reports');
    const landed = await post(action, fields);
    expect([landed.status, landed.headers.get('location')]).toEqual([302, '/portal']);
    const cookie = landed.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    const headers = { Cookie: cookie.split(';')[0] ?? '' };
    const home = await (await fetch(`${harness.url}/portal`, { headers })).text();
    expect(home).toContain('B.Simon@contoso.com');
    expect(home).toContain(`/logins/${(await latest()).id}`);
    await fetch(`${harness.url}/logout`, { headers });
    const gone = await fetch(`${harness.url}/portal`, { headers, ...FOLLOW_NOTHING });
    expect(gone.headers.get('location')).toBe('/login/saml');
  });

  it('takes an administrator to the console', async () => {
    const { action, fields } = await answered({ user: 'Adele.Vance@contoso.com' });
    expect((await post(action, fields)).headers.get('location')).toBe('/console');
  });

  it('never follows a RelayState to another site', async () => {
    const { action, fields } = await answered();
    fields.set('RelayState', 'https://evil.example/');
    const answer = await post(action, fields);
    expect(answer.headers.get('location') ?? '').not.toContain('evil.example');
    const finding = (await latest()).diagnosis.findings.find(({ id }) => id === 'relay-state-returned');
    expect(finding).toMatchObject({ status: 'fail', summary: expect.stringContaining('https://evil.example') });
  });

  it('asks again for something that is no address', async () => {
    const answer = await fetch(`${harness.url}/login/saml?email=nobody`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('That is not an email address.');
  });
});

describe('A response that is posted again', () => {
  it('is refused as a replay, and the first login stays accepted', async () => {
    const { action, fields } = await answered();
    expect((await post(action, fields)).status).toBe(302);
    const first = await latest();
    expect((await post(action, fields)).status).toBe(403);
    const second = await latest();
    expect(second.diagnosis.findings.filter(({ status }) => status === 'fail').map(({ id }) => id)).toEqual([
      'in-response-to-known',
      'assertion-not-replayed',
    ]);
    expect((await harness.logins.find(first.id))?.accepted).toBe(true);
  });

  it('several times at once signs in one browser', async () => {
    const { action, fields } = await answered();
    const answers = await Promise.all(Array.from({ length: 6 }, () => post(action, fields)));
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 403, 403, 403, 403, 403]);
    expect(answers.filter((answer) => answer.headers.has('set-cookie'))).toHaveLength(1);
    const { logins } = await harness.logins.list({ limit: 6 });
    expect(logins.map(({ accepted }) => accepted).filter(Boolean)).toHaveLength(1);
    expect(new Set(logins.map(({ id }) => id)).size).toBe(6);
  });

  it('does not suffer from junk that came before it', async () => {
    const { action, fields } = await answered();
    const xml = Buffer.from(fields.get('SAMLResponse') ?? '', 'base64').toString();
    const junk = xml.replaceAll('B.Simon@contoso.com', 'Adele.Vance@contoso.com');
    const spoilt = new URLSearchParams({ SAMLResponse: Buffer.from(junk).toString('base64') });
    expect((await post(action, spoilt)).status).toBe(403);
    expect((await latest()).verified).toBe(false);
    expect((await post(action, fields)).status).toBe(302);
  });
});

describe('The metadata of an account', () => {
  it('names the account and its endpoint', async () => {
    const answer = await fetch(`${harness.url}/sso/C46A75`);
    expect(answer.headers.get('content-type')).toContain('application/samlmetadata+xml');
    const text = await answer.text();
    expect(text).toContain(`entityID="${harness.url}/sso/C46A75"`);
    expect(text).toContain(`Location="${harness.url}/login/saml"`);
  });

  it.each([
    ['c46a75', 'Account codes are written in capitals here: C46A75, not c46a75.'],
    ['CUSA1A1', 'This harness rehearses the account C46A75.'],
    ['%3Cscript%3E', 'There is no account with the code &lt;script>.'],
  ])('of %s is not there, and the page says why', async (code, sentence) => {
    const answer = await fetch(`${harness.url}/sso/${code}`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain(sentence);
  });
});
