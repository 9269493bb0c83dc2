/** `describe` for tests that need a browser: announces by name when there is none, and closes the one there is. */
import { afterAll, describe, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startChromium } from './chromium.js';

const { browser, ...rest } = await startChromium();
const absent = 'absent' in rest ? rest.absent : undefined;

afterAll(() => browser?.close());

export function describeInBrowser(name: string, body: (browser: Browser) => void): void {
  if (browser) describe(name, () => body(browser));
  else describe(name, () => it.skip(`is not tested: ${absent}`, () => {}));
}
