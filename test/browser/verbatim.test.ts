/** The rehearsal on the vendor's own host names: production Identifier and Reply URL, over TLS, in a real browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BrowserContext, chromium } from 'playwright-core';
import { createHarness, type Harness } from '../../src/harness.js';
import { mappedBrowserArguments } from '../../src/tls/chromium.js';
import { findChromium } from './find-chromium.mjs';

const found = await findChromium();
const describeInBrowser = found ? describe : describe.skip;

describeInBrowser(`A verbatim rehearsal${found ? '' : ' (skipped: no Chromium)'}`, () => {
  let harness: Harness;
  let context: BrowserContext;
  const profileFolder = mkdtempSync(join(tmpdir(), 'verbatim-'));

  beforeAll(async () => {
    harness = await createHarness({
      verbatim: true,
      region: 'eu',
      accountCode: 'C46A75',
      accounts: [{ accountCode: 'CUSA1A1', region: 'us' }],
    });
    if (!harness.verbatim || !found) throw new Error('nothing to rehearse with');
    const args = mappedBrowserArguments({ ...harness.verbatim, profileFolder, closed: true }).filter(
      (a) => !a.startsWith('--user-data-dir'),
    );
    context = await chromium.launchPersistentContext(profileFolder, {
      executablePath: found.executablePath,
      args: [...found.args, ...args],
    });
  }, 60_000);
  afterAll(async () => {
    await context?.close();
    await harness?.stop();
    rmSync(profileFolder, { recursive: true, force: true });
  });

  it.each([
    ['eu', 'C46A75'],
    ['us', 'CUSA1A1'],
  ])(
    'signs in at https://%s-api.mimecast.com/login/saml, and the login is recorded as accepted',
    async (region, code) => {
      const host = `https://${region}-api.mimecast.com`;
      const page = await context.newPage();
      await page.goto(`${host}/login/saml`);
      expect(await page.locator('header').textContent()).toContain(
        'A rehearsal on this machine: neither Mimecast nor Microsoft',
      );
      await page.getByLabel('Email address').fill('B.Simon@contoso.com');
      await page.getByRole('button', { name: 'Next' }).click();
      await page.waitForURL(/127\.0\.0\.1/);
      await page.locator('form button[type=submit]').first().click();
      await page.waitForURL(`${host}/portal`);
      expect(await page.getByRole('status').textContent()).toContain('B.Simon@contoso.com');
      const [login] = (await harness.logins.list()).logins;
      expect(login).toMatchObject({
        accepted: true,
        accountCode: code,
        region,
        response: { destination: `${host}/login/saml` },
        assertion: { conditions: { audiences: [`${host}/sso/${code}`] } },
      });
    },
    60_000,
  );

  it('keeps the inspector off the vendor’s host names', async () => {
    const page = await context.newPage();
    for (const path of ['/', '/logins/latest', '/setup', '/api/v1/logins']) {
      expect((await page.goto(`https://eu-api.mimecast.com${path}`))?.status()).toBe(404);
    }
  });

  it('lets nothing reach the real hosts', async () => {
    const page = await context.newPage();
    for (const host of ['login.mimecast.com', 'example.com']) {
      await expect(page.goto(`https://${host}/`)).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
    }
  });
});
