// A first login and a first failure, picture by picture, into docs/images/: what the README shows. Run by `npm run screenshots`.
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './find-chromium.mjs';

/** @type {typeof import('../../src/index.js')} */
const { createHarness } = await import(new URL('../../dist/index.js', import.meta.url).href);

const found = await findChromium();
if (!found) {
  process.stderr.write('There is no Chromium: set SAML_REHEARSAL_CHROMIUM to one.\n');
  process.exit(2);
}
const harness = await createHarness({ port: 7010, entraPort: 7011 });
const browser = await chromium.launch({ executablePath: found.executablePath, args: found.args });
try {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    const context = await browser.newContext({
      viewport: { width: 640, height: 440 },
      colorScheme,
      deviceScaleFactor: 2,
    });
    const page = await context.newPage();
    /** @param {string} name */
    const take = async (name) => {
      await page.evaluate('document.fonts.ready');
      await page.screenshot({ path: resolve(`docs/images/${name}-${colorScheme}.png`) });
      process.stdout.write(`docs/images/${name}-${colorScheme}.png\n`);
    };
    await page.goto(`${harness.url}/login/saml`);
    await page.fill('input[type=email]', 'B.Simon@contoso.com');
    await take('step-1-ask');
    await page.click('button:has-text("Next")');
    await page.waitForSelector('button:has-text("B.Simon@contoso.com")');
    await take('step-2-sign-in');
    await page.click('button:has-text("B.Simon@contoso.com")');
    await page.waitForSelector('a:has-text("this login")');
    await take('step-3-signed-in');
    await page.click('a:has-text("this login")');
    await page.waitForSelector('.badge');
    await take('step-4-look');
    await context.close();
  }
} finally {
  await browser.close();
  await harness.stop();
}
