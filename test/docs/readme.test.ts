/** The README is short and its pictures are there; that its numbers are those that were counted is held by test/repo/reference.test.ts. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const readme = readFileSync('README.md', 'utf8');
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

describe('The README', () => {
  it('can be read in one go', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(205);
  });

  it('states the dependencies there are: else npm run package-try and npm run docs', () => {
    const count = Object.keys(json('package.json').dependencies).length;
    expect(json('test/package/measured.json').directDependencies).toBe(count);
    expect(readme).toContain(`, ${count} direct dependencies; `);
  });

  it('shows pictures that are there', () => {
    const pictures = [...readme.matchAll(/docs\/images\/[\w-]+\.png/g)].map(([path]) => path);
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.filter((path) => !existsSync(path))).toEqual([]);
  });
});
