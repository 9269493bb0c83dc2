/** What the README states in numbers is what was counted and measured. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { FAULT_IDS } from '../../src/entra/fault-ids.js';

const readme = readFileSync('README.md', 'utf8');
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

describe('The README', () => {
  it('can be read in one go', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(205);
  });

  it('counts the faults', () => {
    expect(readme).toContain(`[${FAULT_IDS.length} faults](docs/reference/faults.md)`);
  });

  it('states what npm run package-try measured', () => {
    const measured = json('test/package/measured.json');
    expect(measured.directDependencies).toBe(Object.keys(json('package.json').dependencies).length);
    const sentence =
      `${measured.packedKilobytes} kB to download, ${measured.directDependencies} direct dependencies; ` +
      `${measured.installedPackages} packages and ${measured.installedMegabytes} MB once installed.`;
    expect(readme).toContain(sentence);
    for (const node of measured.nodes.split(', ')) expect(readme).toContain(node);
  });

  it('shows pictures that are there, in both themes where it shows both', () => {
    const pictures = [...readme.matchAll(/docs\/images\/[\w-]+\.png/g)].map(([path]) => path);
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.filter((path) => !existsSync(path))).toEqual([]);
  });
});
