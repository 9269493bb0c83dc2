/** How much is kept of what was recorded. */
import { describe, expect, it } from '@jest/globals';
import { forgetOld } from '../../src/logins/forget-old.js';
import type { PendingLogin } from '../../src/logins/login.js';
import { openMemory } from '../../src/logins/open-memory.js';

const begun = (number: number): PendingLogin => ({
  id: `l-${String(number).padStart(6, '0')}`,
  state: 'pending',
  accepted: false,
  flow: 'sp-initiated',
  accountCode: 'C46A75',
  region: 'eu',
});

/** The number of logins after each of so many. */
async function keptAfterEach(total: number, keep: number): Promise<number[]> {
  const memory = openMemory();
  const sizes: number[] = [];
  for (let number = 1; number <= total; number++) {
    await memory.logins.save(begun(number));
    await forgetOld({ memory, keep: { count: keep } }, new Date('2026-03-02T09:00:00Z'));
    sizes.push((await memory.logins.size()).logins);
  }
  return sizes;
}

describe('Keeping only so many logins', () => {
  it('keeps a small number exactly', async () => {
    expect(await keptAfterEach(8, 5)).toEqual([1, 2, 3, 4, 5, 5, 5, 5]);
  });

  it('never keeps more of a large number, and drops several at a time so that they are rarely counted', async () => {
    const sizes = await keptAfterEach(1300, 1000);
    expect(Math.max(...sizes)).toBe(1000);
    expect(Math.min(...sizes.slice(1000))).toBe(985);
  });
});
