/** axe-core over every page of the inspector, everything unfolded, in both themes. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { aResponse } from '../a-response.js';
import { aLogin, aLoginWithCookies, PENDING } from '../http/inspector/a-login.js';
import { type AnInspector, anInspector } from './an-inspector.js';
import { seriousFaults } from './axe.js';
import { openPage } from './chromium.js';
import { describeInBrowser } from './in-browser.js';

const SLOW = 120_000;

let inspector: AnInspector;
let empty: AnInspector;

beforeAll(async () => {
  const warned = await aLogin({
    id: 'refused',
    basics: { audience: 'https://us-api.mimecast.com/sso/C46A75' },
    key: 'rogue',
  });
  inspector = await anInspector(
    PENDING,
    warned,
    await aLogin({ id: 'accepted' }),
    await aLogin({ id: 'none', field: () => undefined }),
    await aLoginWithCookies(),
  );
  empty = await anInspector();
});

afterAll(async () => {
  await inspector.close();
  await empty.close();
});

const DECODED = `/decode#message=${encodeURIComponent(aResponse().base64)}`;
const PATHS = [
  '/',
  '/logins/refused',
  '/logins/accepted',
  '/logins/l-pending',
  '/logins/none',
  '/logins/nope',
  '/logins/refused/share',
  '/logins/l-cookies',
  '/?search=nothing-like-it',
  '/checks',
  '/checks/audience-matches',
  '/decode',
  DECODED,
  '/compare/accepted/refused',
  'the empty list',
];

describeInBrowser('axe finds nothing serious', (browser: Browser) => {
  it.each(PATHS.map((path) => [path.slice(0, 40), path] as const))(
    'on %s in either theme',
    async (_, path) => {
      const { page, close } = await openPage(browser, { bypassCSP: true });
      await page.goto(path.startsWith('/') ? inspector.url + path : empty.url);
      if (path === DECODED) await page.waitForSelector('#verdict');
      expect(await seriousFaults(page)).toEqual([]);
      await close();
    },
    SLOW,
  );
});
