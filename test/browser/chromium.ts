/** Starts the browser, and opens pages that remember everything that should not have happened on them. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from './find-chromium.mjs';

/** A running browser, or the reason why there is none. */
export async function startChromium(): Promise<{ browser: Browser } | { browser?: never; absent: string }> {
  const found = await findChromium();
  if (!found) return { absent: 'no Chromium: none on this machine and @sparticuz/chromium is not installed' };
  try {
    return { browser: await chromium.launch({ executablePath: found.executablePath, args: found.args }) };
  } catch (error) {
    return { absent: `no Chromium: ${found.from} does not start (${String(error).split('\n')[0]})` };
  }
}

/** A page that remembers everything that should not have happened on it. */
export interface WatchedPage {
  readonly page: Page;
  /** Violations of the content security policy, script errors, dialogs, failed loads, requests to hosts that are not loopback. */
  readonly incidents: readonly string[];
  close(): Promise<void>;
}

/** By how many pixels a page is wider than its window. */
export async function beyondTheWindow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const incidents: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /content security policy/i.test(message.text())) incidents.push(message.text());
  });
  page.on('pageerror', (error) => incidents.push(error.message));
  page.on('dialog', (dialog) => {
    incidents.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (!why.includes('ERR_ABORTED')) incidents.push(`${request.url()} ${why}`);
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== 'data:' && !['localhost', '127.0.0.1'].includes(hostname)) incidents.push(`asked ${hostname}`);
  });
  return { page, incidents, close: () => context.close() };
}
