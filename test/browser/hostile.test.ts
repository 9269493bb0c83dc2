/** Markup and scripts in everything another party may say: text on every page of both servers and in the reports, and nothing else. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import request from 'supertest';
import { createHarness, type Harness } from '../../src/harness.js';
import { aResponse } from '../a-response.js';
import { openPage } from './chromium.js';
import { describeInBrowser } from './in-browser.js';

const MARK = 'hostile-0815';
const HOSTILE = `"'><img src=//evil.example/x onerror=owned=1><script>owned=1</script><svg/onload=owned=1>{{7*7}}]]>--></textarea>${MARK}`;
/** A report for others keeps the names of claims. */
const NAME = HOSTILE.replace(MARK, 'name');
/** A mail address as a browser's field takes it. */
const ADDRESS = `<svg/onload=owned=1>${MARK}@contoso.com`;
const q = encodeURIComponent(HOSTILE);
const asXml = HOSTILE.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const { base64, xml } = aResponse({
  basics: {
    nameId: { value: HOSTILE },
    issuer: HOSTILE,
    audience: HOSTILE,
    assertionConsumerServiceUrl: HOSTILE,
    attributes: [
      { name: NAME, values: [HOSTILE, 'plain'] },
      { name: `urn:x/${NAME}`, values: [HOSTILE] },
      { name: 'http://schemas.microsoft.com/claims/groups.link', values: [`javascript:owned=1//${MARK}`] },
    ],
  },
  after: (text) =>
    text
      .replace(/( ID=")[^"]*/, `$1${asXml}`)
      .replace(/(InResponseTo=")[^"]*/g, `$1${asXml}`)
      .replace(/(<NameID Format=")[^"]*/, `$1${asXml}`)
      .replace(/(<AuthnContextClassRef>)[^<]*/, `$1${asXml}`)
      .replace(/(SessionIndex=")[^"]*/, `$1${asXml}`)
      .replace(/(<SignatureMethod Algorithm=")[^"]*/, `$1${asXml}`)
      .replace('</samlp:Status>', `<samlp:StatusMessage>${asXml}</samlp:StatusMessage></samlp:Status>`),
});

let harness: Harness;
let evil: string;
let pending: string;
let good: string;
const reports: string[] = [];

beforeAll(async () => {
  harness = await createHarness();
  harness.entra.addUser({ userPrincipalName: 'evil@contoso.com', displayName: HOSTILE, mail: 'evil@contoso.com' });
  harness.entra.updateApplication({ name: HOSTILE, relayState: HOSTILE });
  harness.serviceProvider.directory.addAddress({ email: 'evil@contoso.com', globalName: HOSTILE, roles: [HOSTILE] });
  await request(harness.app).put('/api/v1/authentication-profile').send({ description: HOSTILE });
  good = (await harness.signIn()).id;
  await request(harness.app).get(`/login/saml?email=${encodeURIComponent(ADDRESS)}&RelayState=${q}`);
  pending = (await harness.logins.list({ limit: 1 })).logins[0]?.id ?? '';
  await request(harness.app)
    .post('/login/saml')
    .set({
      'User-Agent': HOSTILE,
      Referer: HOSTILE,
      'X-Forwarded-For': HOSTILE,
      Cookie: `${HOSTILE.replace(/[;=]/g, '')}=1`,
    })
    .type('form')
    .send(
      new URLSearchParams([
        ['SAMLResponse', base64],
        ['RelayState', HOSTILE],
        [HOSTILE, HOSTILE],
      ]).toString(),
    );
  evil = (await harness.logins.list({ limit: 1 })).logins[0]?.id ?? '';
  for (const query of ['', '?redact=none']) {
    reports.push((await request(harness.app).get(`/api/v1/logins/${evil}/report.html${query}`)).text);
  }
});

afterAll(() => harness.stop());

/** Paths, and whether the hostile text has to be seen there. */
const ofInspector = (): readonly (readonly [path: string, shows: boolean])[] => [
  ['/', true],
  [`/?search=${q}`, true],
  [`/?failed=${q}&after=${q}`, false],
  [`/logins/${evil}`, true],
  [`/logins/${evil}/share`, true],
  [`/logins/${pending}`, true],
  [`/compare/${good}/${evil}`, true],
  [`/checks?search=${q}`, false],
  ['/setup', true],
  ['/setup/authentication-profile', true],
  ['/setup/addresses', false],
  [`/login/saml?email=${q}&RelayState=${q}`, true],
  [`/login/saml?account=${q}`, false],
];
const ofStandIn = (): readonly (readonly [path: string, shows: boolean])[] => [
  ['/', true],
  ['/application/basic', true],
  ['/application/claims', true],
  ['/application/certificates', true],
  ['/application/properties', true],
  ['/application/users-and-groups', true],
  ['/users', true],
  [`/${harness.entra.tenant.id}/saml2?SAMLRequest=${q}&RelayState=${q}&login_hint=${q}`, false],
];

const state = (page: Page) =>
  page.evaluate(`({
    owned: typeof owned,
    foreign: document.querySelectorAll('main img, main script, main iframe, [onerror], [onload], [style], a[href^="javascript:"]').length,
    text: document.body.textContent + [...document.querySelectorAll('input, textarea')].map((one) => one.value).join(' '),
  })`) as Promise<{ owned: string; foreign: number; text: string }>;

async function visit(page: Page, url: string, shows: boolean): Promise<void> {
  await page.goto(url);
  const { owned, foreign, text } = await state(page);
  expect([url.slice(0, 60), owned, foreign, text.includes(MARK)]).toEqual([
    url.slice(0, 60),
    'undefined',
    0,
    shows || text.includes(MARK),
  ]);
}

/** A page that is refused or not found is an answer, not an incident. */
const unexpected = (incidents: readonly string[]) => incidents.filter((one) => !/status of 40\d/.test(one));

describeInBrowser('Hostile text', (browser: Browser) => {
  it('is text on every page of the inspector and the service provider', async () => {
    const { page, incidents, close } = await openPage(browser);
    for (const [path, shows] of ofInspector()) await visit(page, harness.url + path, shows);
    expect(unexpected(incidents)).toEqual([]);
    await close();
  });

  it('is text on every page of the stand-in', async () => {
    const { page, incidents, close } = await openPage(browser);
    for (const [path, shows] of ofStandIn()) await visit(page, harness.entra.url + path, shows);
    expect(unexpected(incidents)).toEqual([]);
    await close();
  });

  it('is text on the Decode page, however it comes', async () => {
    const { page, incidents, close } = await openPage(browser);
    for (const message of [xml, `<a b='${asXml}'>${asXml}</a>`, HOSTILE, `https://x/?SAMLRequest=${q}`]) {
      await page.goto(`${harness.url}/decode`);
      await page.fill('#message', message);
      await page.click('#decode-form button[type=submit]');
      await page.waitForSelector('.decoded');
      expect(await state(page)).toMatchObject({ owned: 'undefined', foreign: 0 });
    }
    expect(unexpected(incidents)).toEqual([]);
    await close();
  });

  it('is text in a report that somebody opens, and gone from the redacted one', async () => {
    const { page, incidents, close } = await openPage(browser);
    for (const [index, report] of reports.entries()) {
      await page.setContent(report);
      const { owned, foreign, text } = await state(page);
      expect([owned, foreign, text.includes(MARK)]).toEqual(['undefined', 0, index === 1]);
    }
    expect(incidents).toEqual([]);
    await close();
  });
});
