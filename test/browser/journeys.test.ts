/** Whole logins, click by click, with two servers on two sites as far as the browser can tell. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { createHarness, type Harness } from '../../src/harness.js';
import { inFolder } from '../cli/command-line.js';
import { openPage, type WatchedPage } from './chromium.js';
import { describeInBrowser } from './in-browser.js';
import { tabTo } from './keyboard.js';

let harness: Harness;
const { run } = inFolder();

beforeAll(async () => {
  harness = await createHarness();
});

afterAll(() => harness.stop());

async function signOn(page: Page, user: string): Promise<void> {
  await page.goto(`${harness.url}/login/saml`);
  await page.fill('input[type=email]', user);
  await page.click('button:has-text("Next")');
}

const text = (page: Page) => page.locator('main').textContent();

describeInBrowser('An SP-initiated login', (browser: Browser) => {
  let watched: WatchedPage;

  it('goes from the sign-on page over the stand-in to the account home', async () => {
    watched = await openPage(browser);
    const { page } = watched;
    await signOn(page, 'B.Simon@contoso.com');
    await page.click('button:has-text("B.Simon@contoso.com")');
    await page.waitForURL(`${harness.url}/portal`);
    expect(await text(page)).toContain('B.Simon@contoso.com');
    expect(watched.incidents).toEqual([]);
  });

  it('stands in the inspector as accepted, with its claims and both messages', async () => {
    const { page } = watched;
    await page.goto(`${harness.url}/`);
    await page.click('.login-user:has-text("B.Simon@contoso.com")');
    expect(await page.locator('#verdict').textContent()).toContain('Accepted');
    expect(await page.locator('#claims').textContent()).toContain('givenname');
    expect(await page.locator('#xml').textContent()).toContain('samlp:AuthnRequest');
    const cookies = page.locator('.cookies li');
    expect(await cookies.nth(0).textContent()).toMatch(
      /^Did not comerehearsal-request-lax.*SameSite=Lax: sent only with links .* came from another site\.$/,
    );
    expect(await cookies.nth(1).textContent()).toMatch(/^Camerehearsal-request-none.*SameSite=None; Secure/);
    expect(await page.locator('#second-opinion').textContent()).toMatch(/node-saml.*Accepted/);
    expect(watched.incidents).toEqual([]);
  });

  it('ends with signing out', async () => {
    const { page } = watched;
    await page.goto(`${harness.url}/portal`);
    expect(await text(page)).toContain('B.Simon@contoso.com');
    await page.goto(`${harness.url}/logout`);
    await page.goto(`${harness.url}/portal`);
    expect(page.url()).toBe(`${harness.url}/login/saml`);
    await watched.close();
  });
});

describeInBrowser('An IdP-initiated login', (browser: Browser) => {
  it('goes from Test this application to the account home and into the inspector, without a request', async () => {
    const { page, incidents, close } = await openPage(browser);
    await page.goto(harness.entra.url);
    await page.click('text=Test this application');
    await page.click('button:has-text("B.Simon@contoso.com")');
    await page.waitForURL(`${harness.url}/portal`);
    expect(await text(page)).toContain('B.Simon@contoso.com');
    await page.click('a:has-text("this login")');
    expect(await page.locator('#verdict').textContent()).toContain('Accepted');
    expect(await page.locator('.verdict-facts').textContent()).toContain('IdP-initiated');
    expect(await page.locator('#request-xml').count()).toBe(0);
    expect(incidents).toEqual([]);
    await close();
  });

  it('goes from the tile of My Apps as well', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(harness.entra.url);
    await page.click('.app-tile');
    await page.click('button:has-text("Adele.Vance@contoso.com")');
    await page.waitForURL(/\/(portal|console)$/);
    expect(await text(page)).toContain('Adele.Vance@contoso.com');
    await close();
  });

  it('is refused, with the reason, when the response is for another service provider', async () => {
    harness.entra.enqueue({ faults: ['wrong-audience'] });
    const { page, close } = await openPage(browser);
    await page.goto(harness.entra.url);
    await page.click('text=Test this application');
    await page.click('button:has-text("B.Simon@contoso.com")');
    await page.click('a:has-text("See what is wrong")');
    await page.click('.root-cause .place');
    expect(await page.locator('.line:target').textContent()).toContain('<Audience>');
    await close();
  });
});

describeInBrowser('Hostile claims', (browser: Browser) => {
  it('from the stand-in become text at the account home and in the inspector', async () => {
    const script = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    harness.entra.enqueue({ claims: { evil: [script], [script]: ['x'] } });
    const { page, incidents, close } = await openPage(browser);
    await page.goto(`${harness.url}/login/saml?email=B.Simon%40contoso.com&RelayState=${encodeURIComponent(script)}`);
    await page.waitForURL((url) => url.href.startsWith(harness.entra.url));
    await page.click('button:has-text("B.Simon@contoso.com")');
    await page.waitForURL(`${harness.url}/portal`);
    await page.goto(`${harness.url}/logins/latest`);
    expect(await page.locator('#claims').textContent()).toContain(script);
    expect(await page.locator('#raw').textContent()).toContain(script);
    expect(incidents).toEqual([]);
    await close();
  });
});

describeInBrowser('Decode in the whole harness', (browser: Browser) => {
  it('takes its own form, which no other site may send', async () => {
    const login = await harness.signIn();
    const { page, incidents, close } = await openPage(browser);
    await page.goto(`${harness.url}/decode`);
    await page.fill('#message', login.received.samlResponse ?? '');
    await page.click('#decode-form button[type=submit]');
    await page.waitForSelector('#verdict');
    expect(incidents).toEqual([]);
    await close();
  });

  it('judges a response with the request pasted above it, and opens from the address the command line prints', async () => {
    const login = await harness.signIn({ flow: 'sp-initiated' });
    const both = `${login.request?.xml}\n${Buffer.from(login.received.samlResponse ?? '', 'base64').toString()}`;
    const { page, incidents, close } = await openPage(browser);
    const { out } = await run(['decode', '-', '--link', '--url', harness.url], { stdin: both });
    await page.goto(out.trim());
    await page.waitForSelector('#verdict');
    expect(await page.locator('.decoded .notice').textContent()).toContain('Judged together with the request');
    await page.click('summary:has-text("passed")');
    expect(await page.locator('#finding-in-response-to-known').textContent()).not.toContain('not known');
    expect(incidents).toEqual([]);
    await close();
  });
});

describeInBrowser('A login that has only begun', (browser: Browser) => {
  it('stands in the list at once, and turns into the answered one', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(harness.url);
    await page.waitForSelector('.live-state.is-live');
    const waiting = await page.locator('.login-row.wait').count();
    const { page: person, close: leave } = await openPage(browser);
    await signOn(person, 'B.Simon@contoso.com');
    await page.locator('.login-row.wait').nth(waiting).waitFor();
    const href = await page.locator('.login-row.wait .login-user').first().getAttribute('href');
    await person.click('button:has-text("B.Simon@contoso.com")');
    await page.waitForSelector(`.login-row.good a[href="${href}"]`);
    await leave();
    await close();
  });
});

describeInBrowser('A login of somebody who is not in the internal directory', (browser: Browser) => {
  it('is refused with a page that says no more than an outsider may know, and leads to the reason', async () => {
    harness.serviceProvider.directory.removeAddress('Lidia.Holloway@contoso.com');
    const { page, close } = await openPage(browser);
    await signOn(page, 'Lidia.Holloway@contoso.com');
    await page.click('button:has-text("Lidia.Holloway@contoso.com")');
    await page.waitForSelector('h1:has-text("refused")');
    expect(await text(page)).not.toMatch(/directory|NameID/i);
    await page.click('a:has-text("See what is wrong")');
    expect(await page.locator('.root-cause').textContent()).toMatch(/Lidia\.Holloway@contoso\.com.*SP administrator/s);
    await close();
  });
});

describeInBrowser('Without JavaScript', (browser: Browser) => {
  it('a login takes two more clicks and ends in the same place', async () => {
    const { page, incidents, close } = await openPage(browser, { javaScriptEnabled: false });
    await signOn(page, 'Adele.Vance@contoso.com');
    await page.click('button:has-text("Continue")');
    await page.click('button:has-text("Adele.Vance@contoso.com")');
    await page.click('form button');
    await page.waitForURL(/\/(portal|console)$/);
    expect(await text(page)).toContain('Adele.Vance@contoso.com');
    await page.goto(`${harness.url}/logins/latest`);
    expect(await page.locator('#verdict').textContent()).toContain('Adele.Vance@contoso.com');
    expect(incidents).toEqual([]);
    await close();
  });
});

describeInBrowser('With the keyboard alone', (browser: Browser) => {
  it('somebody signs on, and looks at the login', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(`${harness.url}/login/saml`);
    await page.keyboard.type('B.Simon@contoso.com');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.href.startsWith(harness.entra.url));
    await tabTo(page, /B\.Simon@contoso\.com/);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${harness.url}/portal`);
    await page.goto(`${harness.url}/`);
    await tabTo(page, /B\.Simon@contoso\.com/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/logins\//);
    expect(await page.locator('#verdict').textContent()).toContain('Accepted');
    await close();
  });
});
