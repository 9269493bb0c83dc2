/** The tutorial, screen by screen, from an empty gallery application to the first login; in a real browser, without a tenant. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createHarness, type Harness } from '../../src/harness.js';
import { openPage } from './chromium.js';
import { describeInBrowser } from './in-browser.js';

describeInBrowser('The tutorial', (browser) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await createHarness();
  });
  afterAll(() => harness.stop());

  it('leads from adding the application to a user who is signed in', async () => {
    const { page, incidents, close } = await openPage(browser);
    const portal = (path: string) => page.goto(`${harness.entra.url}${path}`);
    const { account } = await harness.serviceProvider.settings();

    await portal('/new-application');
    await page.getByRole('button', { name: 'Create' }).click();
    expect(harness.entra.application).toMatchObject({ name: 'Mimecast', identifiers: [], replyUrls: [] });
    expect(harness.entra.assignments.list()).toEqual([]);

    await portal('/application/basic');
    await page.locator('input[name=identifier]').last().fill(account.entityId);
    await page.locator('input[name=replyUrl]').last().fill(account.assertionConsumerServiceUrl);
    await page.getByRole('button', { name: 'Save' }).click();

    await portal('/users');
    await page.getByLabel('User name').fill('New.Hire@contoso.com');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('New Hire');
    await page.getByRole('textbox', { name: 'Mail' }).fill('New.Hire@contoso.com');
    await page.getByRole('button', { name: 'Create' }).click();

    await portal('/application/users-and-groups');
    await page.locator('select[name=principal]').selectOption('New.Hire@contoso.com');
    await page.getByRole('button', { name: 'Assign' }).click();

    await page.goto(`${harness.url}/setup/addresses`);
    await page.getByLabel('Email Address').fill('New.Hire@contoso.com');
    await page.getByLabel('Global Name', { exact: true }).fill('New Hire');
    await page.getByRole('button', { name: 'Save' }).click();

    await portal('/');
    await page.getByText('Test this application').click();
    await page.getByText('New.Hire@contoso.com').click();
    await page.waitForURL(/\/portal$/);
    expect(await page.getByRole('status').textContent()).toContain('New Hire');
    const [login] = (await harness.logins.list()).logins;
    expect(login).toMatchObject({ accepted: true, flow: 'idp-initiated', user: { email: 'New.Hire@contoso.com' } });
    expect(incidents).toEqual([]);
    await close();
  }, 60_000);
});
