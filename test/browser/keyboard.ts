import type { Page } from 'playwright-core';

/** What the element with the focus says. */
export function focused(page: Page): Promise<string> {
  return page.evaluate('document.activeElement.innerText ?? ""');
}

/** Presses Tab until something that says this has the focus. */
export async function tabTo(page: Page, text: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (text.test(await focused(page))) return;
  }
  throw new Error(`nothing that says ${text} can be reached by Tab`);
}
