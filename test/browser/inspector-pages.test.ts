/** The inspector in a real browser: what a person does with its pages, by mouse, by keyboard, without scripts and on paper. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { aResponse } from '../a-response.js';
import { aLogin, aLoginWithCookies, PENDING } from '../http/inspector/a-login.js';
import { type AnInspector, anInspector } from './an-inspector.js';
import { openPage } from './chromium.js';
import { describeInBrowser } from './in-browser.js';
import { focused, tabTo } from './keyboard.js';

const US = 'https://us-api.mimecast.com/sso/C46A75';

let inspector: AnInspector;

beforeAll(async () => {
  inspector = await anInspector(
    PENDING,
    await aLogin({ id: 'refused', basics: { audience: US }, unsolicited: true }),
    await aLogin({ id: 'accepted' }),
    await aLoginWithCookies(),
  );
});

afterAll(() => inspector.close());

describeInBrowser('Every page of the inspector', (browser: Browser) => {
  it('reads the same without JavaScript, and says no more than it can do', async () => {
    const { page, close } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${inspector.url}/logins/accepted`);
    expect(await page.locator('h1').textContent()).toContain('Accepted');
    expect(await page.locator('button.copy:visible').count()).toBe(0);
    await page.goto(`${inspector.url}/decode`);
    await page.fill('#message', aResponse().base64);
    await page.click('text=Decode >> visible=true >> nth=-1');
    expect(await page.locator('#verdict').textContent()).toContain('B.Simon@contoso.com');
    await close();
  });
});

describeInBrowser('On paper', (browser: Browser) => {
  it('a login is black on white, whole, without buttons and navigation, whatever the theme', async () => {
    const { page, close } = await openPage(browser, { colorScheme: 'dark' });
    await page.goto(`${inspector.url}/logins/refused`);
    await page.emulateMedia({ media: 'print' });
    const look = (selector: string) =>
      page.evaluate(`(({ color, display, maxHeight, overflowY }) => ({ color, display, maxHeight, overflowY }))(
        getComputedStyle(document.querySelector(${JSON.stringify(selector)})))`);
    expect(await look('.site-header')).toMatchObject({ display: 'none' });
    expect(await look('.contents')).toMatchObject({ display: 'none' });
    expect(await look('.xml-panel')).toMatchObject({ maxHeight: 'none', overflowY: 'visible' });
    expect(await look('body')).toMatchObject({ color: 'rgb(27, 34, 36)' });
    for (const path of ['/logins/refused', '/']) {
      await page.goto(inspector.url + path);
      expect(await page.locator(':is(button, .trail, nav, summary:has-text("Delete")):visible').count()).toBe(0);
    }
    await close();
  });
});

describeInBrowser('The pictures of a login', (browser: Browser) => {
  it('say in words what they show', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(`${inspector.url}/logins/l-cookies`);
    const pictures = page.locator('main svg:not([aria-hidden])');
    expect(await pictures.count()).toBe(0);
    const read = await page.locator('main').ariaSnapshot();
    expect(read).toMatch(/Service provider to browser: AuthnRequest\..*no RelayState, 2 cookies/);
    expect(read).toMatch(/Identity provider to browser: Response\..*NameID, 9 claims/);
    expect(read).toMatch(/Browser to service provider: Response, accepted\..*RelayState, 2 cookies/);
    expect(read).toMatch(/Issued by their clock .* The first window closes in .* the allowed skew \(pale\) included/);
    expect(read).toMatch(/\d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d:/);
    expect(read).toMatch(/Shaded: covered by signature 1, which holds/);
    await close();
  });
});

describeInBrowser('The page of a login', (browser: Browser) => {
  it('jumps from the finding to the line, marks it, and leads back', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(`${inspector.url}/logins/refused`);
    await page.click('.root-cause .place');
    const line = page.locator('.line:target');
    expect(await line.textContent()).toContain('<Audience>');
    await line.locator('.line-finding').click();
    expect(page.url()).toMatch(/#finding-audience-matches$/);
    await close();
  });

  it('can be reached and read with the keyboard alone', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(`${inspector.url}/`);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await page.focus('input[type=search]');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toMatch(/^Waiting/);
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toMatch(/^B\.Simon/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/logins\/refused$/);
    await tabTo(page, /^Line \d+/);
    await page.keyboard.press('Enter');
    expect(await page.locator('.line:target').textContent()).toContain('<Audience>');
    await close();
  });

  it('copies the exact value', async () => {
    const { page, close } = await openPage(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`${inspector.url}/logins/accepted`);
    await page.click('button[aria-label="Copy NameID"]');
    await page.waitForSelector('button:has-text("Copied")');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('B.Simon@contoso.com');
    await close();
  });
});

describeInBrowser('A login that waits for its answer', (browser: Browser) => {
  it('turns into the answered one by itself', async () => {
    const live = await anInspector(PENDING);
    const { page, incidents, close } = await openPage(browser);
    await page.goto(`${live.url}/logins/${PENDING.id}`);
    expect(await page.locator('h1').textContent()).toContain('Waiting');
    live.add(await aLogin({ id: PENDING.id }));
    await page.waitForSelector('h1:has-text("Accepted")');
    expect(incidents).toEqual([]);
    await close();
    await live.close();
  });
});

describeInBrowser('The list', (browser: Browser) => {
  it('shows a new login by itself and keeps focus, marks and what is being typed', async () => {
    const live = await anInspector(await aLogin({ id: 'first' }));
    const { page, incidents, close } = await openPage(browser);
    await page.goto(live.url);
    await page.waitForSelector('.live-state.is-live');
    await page.check('input[value=first]');
    await page.fill('input[type=search]', 'half a wo');
    await page.focus('a[href="/logins/first"]');
    live.add(await aLogin({ id: 'second', key: 'rogue' }));
    await page.waitForSelector('a[href="/logins/second"]');
    expect(await page.isChecked('input[value=first]')).toBe(true);
    expect(await page.inputValue('input[type=search]')).toBe('half a wo');
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('/logins/first');
    expect(incidents).toEqual([]);
    await close();
    await live.close();
  });

  it('turns from first steps into a list when the first login comes', async () => {
    const live = await anInspector();
    const { page, close } = await openPage(browser);
    await page.goto(live.url);
    await page.waitForSelector('.live-state.is-live');
    live.add(await aLogin());
    await page.waitForSelector('.login-row');
    expect(await page.locator('.list-filter').count()).toBe(1);
    expect(await page.locator('.first-steps').count()).toBe(0);
    await close();
    await live.close();
  });

  it('compares the two that are marked', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(inspector.url);
    await page.check('input[value=refused]');
    await page.check('input[value=accepted]');
    await page.click('text=Compare two marked logins');
    expect(page.url()).toMatch(/\/compare\/accepted\/refused$/);
    await close();
  });
});

describeInBrowser('Decode', (browser: Browser) => {
  it('takes a file', async () => {
    const { page, incidents, close } = await openPage(browser);
    await page.goto(`${inspector.url}/decode`);
    const buffer = Buffer.from(aResponse({ basics: { audience: US } }).xml);
    await page.setInputFiles('#file', { name: 'response.xml', mimeType: 'text/xml', buffer });
    await page.waitForSelector('#verdict');
    expect(await page.locator('#verdict').textContent()).toContain('Refused');
    expect(incidents).toEqual([]);
    await close();
  });

  it('takes a message from the address, without the server seeing that address', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(`${inspector.url}/decode#message=${encodeURIComponent(aResponse().base64)}`);
    await page.waitForSelector('#verdict');
    expect(page.url()).toBe(`${inspector.url}/decode`);
    await close();
  });
});
