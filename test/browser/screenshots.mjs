// Pictures of every page in both themes into docs/images/, from a harness with a day's logins in it. Run by `npm run screenshots`.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './find-chromium.mjs';

/** @type {typeof import('../../src/index.js')} */
const { createHarness } = await import(new URL('../../dist/index.js', import.meta.url).href);
const FOLDER = resolve('docs/images');

/** Name, path, and what to do or show before the picture is taken. */
const PAGES = [
  { name: 'logins', path: '/' },
  { name: 'login-refused', path: '/logins/:refused', anchor: true },
  { name: 'login-accepted', path: '/logins/:accepted' },
  { name: 'login-narrow', path: '/logins/:refused', viewport: { width: 390, height: 844 } },
  { name: 'checks', path: '/checks' },
  { name: 'check', path: '/checks/audience-matches' },
  { name: 'decode', path: '/decode', message: true },
  { name: 'setup', path: '/setup' },
  { name: 'compare', path: '/compare/:accepted/:refused' },
  { name: 'login-waiting', path: '/logins/:waiting' },
  { name: 'share', path: '/logins/:refused/share' },
];

const found = await findChromium();
if (!found) {
  process.stderr.write('There is no Chromium: set SAML_REHEARSAL_CHROMIUM to one.\n');
  process.exit(2);
}
mkdirSync(FOLDER, { recursive: true });

const start = new Date('2026-03-02T09:15:00Z').getTime();
let passed = 0;
const harness = await createHarness({
  clock: { now: () => new Date(start + passed) },
  entityId: 'https://eu-api.mimecast.com/sso/C46A75',
  port: 7010,
  entraPort: 7011,
});
const fresh = await createHarness({ clock: { now: () => new Date(start) } });
const browser = await chromium.launch({ executablePath: found.executablePath, args: found.args });

/**
 * Signs in, and lets some time go by.
 *
 * @param {import('../../src/index.js').SignInOptions} options
 * @param {number} seconds
 */
async function login(options, seconds) {
  const made = await harness.signIn(options);
  passed += seconds * 1000;
  return made;
}

try {
  await login({ user: 'Adele.Vance@contoso.com' }, 1500);
  await login({ faults: ['expired'] }, 900);
  await login({ faults: ['name-id-changed'] }, 420);
  const accepted = await login({ flow: 'sp-initiated' }, 190);
  await login({ flow: 'idp-initiated', user: 'Lidia.Holloway@contoso.com' }, 75);
  const refused = await login({ flow: 'idp-initiated', faults: ['audience-other-region'] }, 12);
  // Somebody is on the way: the browser has the request, the answer has not come.
  await fetch(`${harness.url}/login/saml?email=Adele.Vance%40contoso.com`, { redirect: 'manual' });
  const [waiting] = (await harness.logins.list({ limit: 1 })).logins;
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    for (const { name, path, viewport = { width: 1280, height: 800 }, anchor, message } of PAGES) {
      const context = await browser.newContext({ viewport, colorScheme, deviceScaleFactor: 1 });
      const page = await context.newPage();
      const ids = { ':refused': refused.id, ':accepted': accepted.id, ':waiting': waiting?.id ?? '' };
      await page.goto(harness.url + path.replace(/:\w+/g, (name) => ids[/** @type {keyof typeof ids} */ (name)]));
      if (message) {
        await page.fill('#message', accepted.received.samlResponse ?? '');
        await page.click('#decode-form button[type=submit]');
        await page.waitForSelector('#verdict');
      }
      if (anchor) {
        await page.click('.root-cause .place');
        await page.mouse.move(0, 0);
        await page.evaluate('scrollTo(0, 0)');
      }
      await take(page, `${name}-${colorScheme}`);
      await context.close();
    }
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme });
    const page = await context.newPage();
    const others = { 'first-steps': fresh.url, 'sign-on': `${harness.url}/login/saml`, entra: harness.entra.url };
    for (const [name, address] of Object.entries(others)) {
      await page.goto(address);
      await take(page, `${name}-${colorScheme}`);
    }
    await context.close();
  }
} finally {
  await browser.close();
  await Promise.all([harness.stop(), fresh.stop()]);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
async function take(page, name) {
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  process.stdout.write(`docs/images/${name}.png\n`);
}
