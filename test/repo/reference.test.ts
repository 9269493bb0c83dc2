/** The reference is made from the code: whoever changes the one makes the other anew, with `npm run docs`. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

/** Names the pages that differ from what the built code says. */
function check(): string {
  try {
    return execFileSync(process.execPath, ['docs/generate/main.mjs', '--check'], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return stdout + stderr;
  }
}

describe('docs/reference', () => {
  it('says what the code says (else: npm run docs)', () => {
    expect(check()).toBe('');
  });

  it('holds no page that is written by hand', () => {
    const pages = readdirSync('docs/reference').filter((name) => name.endsWith('.md'));
    expect(
      pages.filter((name) => !readFileSync(`docs/reference/${name}`, 'utf8').includes('Made by `npm run docs`')),
    ).toEqual([]);
  });
});
