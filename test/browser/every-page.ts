/** What every page promises, whichever it is; each page is opened once, for all of it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { seriousFaults } from './axe.js';
import { beyondTheWindow, openPage, type WatchedPage } from './chromium.js';

export interface EveryPage {
  /** For people: which page of which server. */
  readonly name: string;
  readonly url: () => string;
  /** Something that is on the page only when it is ready. */
  readonly ready?: string;
  /** Default 200. */
  readonly status?: number;
}

const WINDOW = { width: 1280, height: 720 };
/** A telephone; a small laptop at 200 %; a very wide screen. */
const WINDOWS = [
  { width: 320, height: 640 },
  { width: 640, height: 400 },
  { width: 2560, height: 1300 },
] as const;

export function describeEveryPage(browser: Browser, pages: readonly EveryPage[]): void {
  let watched: WatchedPage;
  beforeAll(async () => {
    watched = await openPage(browser);
  });
  afterAll(() => watched.close());

  describe.each(pages.map((page) => [page.name, page] as const))('%s', (_name, { url, ready, status = 200 }) => {
    let before = 0;
    beforeAll(async () => {
      before = watched.incidents.length;
      expect((await watched.page.goto(url()))?.status()).toBe(status);
      if (ready !== undefined) await watched.page.waitForSelector(ready);
    });

    it('fits when it is 320 pixels wide, zoomed to 200 % on a small laptop, and very wide', async () => {
      for (const size of WINDOWS) {
        await watched.page.setViewportSize(size);
        expect([size.width, await beyondTheWindow(watched.page)]).toEqual([size.width, 0]);
      }
      await watched.page.setViewportSize(WINDOW);
    });

    it('is within reach in either theme: axe finds nothing serious', async () => {
      expect(await seriousFaults(watched.page)).toEqual([]);
    }, 60_000);

    it('breaks no rule of its own policy and asks no other host', () => {
      const incidents = watched.incidents.slice(before);
      // A page that is not there is an answer, not an incident.
      expect(incidents.filter((one) => status === 200 || !one.includes(`status of ${status}`))).toEqual([]);
    });
  });
}
