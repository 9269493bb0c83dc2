/** axe-core over every page of the inspector, everything unfolded, in both themes. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { aLogin, PENDING } from '../http/inspector/a-login.js';
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
  );
  empty = await anInspector();
});

afterAll(async () => {
  await inspector.close();
  await empty.close();
});

const PATHS = [
  '/',
  '/logins/refused',
  '/logins/accepted',
  '/logins/l-pending',
  '/logins/none',
  '/logins/nope',
  '/checks',
  '/checks/audience-matches',
  '/decode',
  '/setup',
  '/compare/accepted/refused',
  'the empty list',
];

describeInBrowser('axe finds nothing serious', (browser: Browser) => {
  it.each(PATHS.flatMap((path) => [[path, 'light'] as const, [path, 'dark'] as const]))(
    'on %s in the %s theme',
    async (path, colorScheme) => {
      const { page, close } = await openPage(browser, { colorScheme, bypassCSP: true });
      await page.goto(path.startsWith('/') ? inspector.url + path : empty.url);
      await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
      expect(await seriousFaults(page)).toEqual([]);
      await close();
    },
    SLOW,
  );
});
