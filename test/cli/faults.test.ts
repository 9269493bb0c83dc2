import { describe, expect, it } from '@jest/globals';
import { checks } from '../../src/diagnosis/checks/index.js';
import { faults } from '../../src/entra/faults/index.js';
import { inFolder } from './command-line.js';

const { run } = inFolder();

describe('faults', () => {
  it('lists every fault with the checks that catch it', async () => {
    const { code, out } = await run(['faults']);
    expect(code).toBe(0);
    for (const { id, caughtBy } of faults) {
      expect(out).toContain(id);
      expect(out).toContain(`caught by ${caughtBy.join(', ')}`);
    }
  });

  it('as JSON, each caught by checks that there are', async () => {
    const rows: { id: string; caughtBy: string[] }[] = JSON.parse((await run(['faults', '--json'])).out);
    expect(rows.map(({ id }) => id)).toEqual(faults.map(({ id }) => id));
    const known = checks.map(({ id }) => id);
    expect(rows.flatMap(({ caughtBy }) => caughtBy).filter((id) => !known.includes(id))).toEqual([]);
  });

  it('says so when none fits', async () => {
    expect(await run(['faults', 'zzz'])).toMatchObject({ code: 0, out: '', err: 'No fault has "zzz" in it.\n' });
  });
});
