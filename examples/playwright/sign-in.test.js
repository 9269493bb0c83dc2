import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chromium } from 'playwright-core';
import { createHarness } from 'saml-rehearsal';

test('a person signs in, click by click', async () => {
  const harness = await createHarness();
  // Where Chromium is: `npx playwright-core install chromium` puts one where Playwright finds it by itself.
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const answered = harness.nextLogin();
    await page.goto(`${harness.url}/login/saml?email=B.Simon@contoso.com`);
    await page.getByRole('button', { name: /B\. Simon/ }).click();
    const login = await answered;
    assert.equal(login.accepted, true);
    assert.equal(login.user.email, 'B.Simon@contoso.com');
    await page.getByText('B.Simon@contoso.com').first().waitFor();
  } finally {
    await browser.close();
    await harness.stop();
  }
});
