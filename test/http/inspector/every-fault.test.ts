/** The page of a login stands whatever is wrong with the message: every fault of the stand-in, every message of the corpus. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { faults } from '../../../src/entra/faults/index.js';
import { createHarness, type Harness } from '../../../src/harness.js';
import { corpusCases, corpusPublic, itOverCorpus } from '../../saml/corpus.js';
import { inspectorDeps, post } from './a-page.js';

describe('The page of a login with a deliberate fault', () => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await createHarness();
  });

  afterAll(() => harness.stop());

  it.each(faults.map(({ id }) => id))('%s', async (id) => {
    const login = await harness.signIn({ faults: [id] });
    const page = await fetch(`${harness.url}/logins/${login.id}`);
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain(login.accepted ? 'Accepted' : 'Root cause');
    const opened = [...html.matchAll(/href="#([^"]+)"/g)].map(([, anchor]) => `id="${anchor}"`);
    expect(opened.filter((anchor) => !html.includes(anchor))).toEqual([]);
  });
});

describe('Decode over the corpus', () => {
  itOverCorpus('has a page for every message', pageForEveryMessage, 240_000);
});

async function pageForEveryMessage(): Promise<void> {
  const files = new Set(corpusCases().map(({ file }) => file));
  const failed: string[] = [];
  expect(files.size).toBeGreaterThan(100);
  for (const file of files) {
    const message = corpusPublic(file);
    if (message.trim() === '') continue;
    const { status, html } = await post('/decode', { message }, inspectorDeps([]));
    if (status !== 200 || !/Accepted|Refused|A request: |A logout|Metadata/.test(html))
      failed.push(`${file}: ${status}`);
  }
  expect(failed).toEqual([]);
}
