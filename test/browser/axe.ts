import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical on a page with everything unfolded, in words; in the dark theme only colours can be otherwise. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
  await page.evaluate(AXE);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await run(page, '{}');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await run(page, '{ runOnly: ["color-contrast"] }');
  return [...light.map((fault) => `light: ${fault}`), ...dark.map((fault) => `dark: ${fault}`)];
}

/** Nothing is fetched anew: what axe would look at in style sheets and media files, our pages have not. */
async function run(page: Page, options: string): Promise<string[]> {
  const found = (await page.evaluate(`axe.run({ resultTypes: ["violations"], preload: false, ...${options} })`)) as {
    violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[];
  };
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
    );
}
