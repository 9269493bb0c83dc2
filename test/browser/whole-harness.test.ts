/** The pages of both servers as they are put together, those of the inspector aside: axe, policy, and no wider than the window. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { createHarness, type Harness } from '../../src/harness.js';
import { seriousFaults } from './axe.js';
import { beyondTheWindow, openPage } from './chromium.js';
import { describeInBrowser } from './in-browser.js';

const SLOW = 120_000;
let harness: Harness;

beforeAll(async () => {
  harness = await createHarness();
  await harness.signIn();
});

afterAll(() => harness.stop());

const SERVICE_PROVIDER = ['/login/saml', '/logout', '/setup', '/setup/authentication-profile', '/setup/addresses'];
const ENTRA = [
  '/',
  '/application/basic',
  '/application/claims',
  '/application/certificates',
  '/application/properties',
  '/application/users-and-groups',
  '/users',
  '/launch',
];
const PLACES = [
  ...SERVICE_PROVIDER.map((path) => ['service provider', path] as const),
  ...ENTRA.map((path) => ['stand-in', path] as const),
];

describeInBrowser('Every page of the harness', (browser: Browser) => {
  it.each(PLACES)(
    'of the %s at %s is within reach in either theme',
    async (side, path) => {
      const { page, close } = await openPage(browser, { bypassCSP: true });
      const answer = await page.goto((side === 'stand-in' ? harness.entra.url : harness.url) + path);
      expect(answer?.status()).toBe(200);
      expect(await seriousFaults(page)).toEqual([]);
      await close();
    },
    SLOW,
  );

  it('keeps to its policy and asks no other host', async () => {
    const { page, incidents, close } = await openPage(browser);
    for (const [side, path] of PLACES) {
      await page.goto((side === 'stand-in' ? harness.entra.url : harness.url) + path, { waitUntil: 'load' });
    }
    expect(incidents).toEqual([]);
    await close();
  });

  it('fits a window of 320 pixels', async () => {
    const { page, close } = await openPage(browser, { viewport: { width: 320, height: 640 } });
    const tooWide: string[] = [];
    for (const [side, path] of PLACES) {
      await page.goto((side === 'stand-in' ? harness.entra.url : harness.url) + path);
      const beyond = await beyondTheWindow(page);
      if (beyond !== 0) tooWide.push(`${side} ${path}: ${beyond} pixels too wide`);
    }
    expect(tooWide).toEqual([]);
    await close();
  });
});
