/** axe-core over every page of the inspector, everything unfolded, in both themes. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { aLogin, PENDING } from '../http/inspector/a-login.js';
import { type AnInspector, anInspector } from './an-inspector.js';
import { openPage } from './chromium.js';
import { describeInBrowser } from './in-browser.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
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

/** What axe finds serious or critical, in words. */
async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as {
    violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[];
  };
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
    );
}

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
