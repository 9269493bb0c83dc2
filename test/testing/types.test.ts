/** The types of each runner's `expect`, by the compiler, in programs of their own. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';

const folder = mkdtempSync(resolve('test/testing/types/draft-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Compiles these files under the rules of this repository; the compiler's words, nothing when it is content. */
function compile(files: readonly string[]): Promise<string> {
  const project = join(folder, 'tsconfig.json');
  const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8'));
  const { tsBuildInfoFile: _file, outDir: _dir, ...kept } = compilerOptions;
  const options = { ...kept, rootDir: resolve('.'), noEmit: true, incremental: false, declaration: false };
  writeFileSync(project, JSON.stringify({ compilerOptions: options, files }));
  const tsc = resolve('node_modules/typescript/bin/tsc');
  return new Promise((done) => {
    execFile(process.execPath, [tsc, '-p', project], (_error, stdout) => done(stdout));
  });
}

const RUNNERS = ['jest', 'vitest'];
const fixture = (runner: string) => resolve(`test/testing/types/${runner}.ts`);

describe('The types of jest and of vitest', () => {
  it('know every matcher with its arguments and what it returns', async () => {
    expect(await compile(RUNNERS.map(fixture))).toBe('');
  }, 60_000);

  it('come with the import, and not without it', async () => {
    const without = RUNNERS.map((runner) => {
      const file = join(folder, `${runner}.ts`);
      const text = readFileSync(fixture(runner), 'utf8').replace(/^import '.*testing.*\n/m, '');
      writeFileSync(file, text.replaceAll('../../../', '../../../../'));
      return file;
    });
    const said = await compile(without);
    for (const runner of RUNNERS)
      expect(said).toMatch(new RegExp(`${runner}\\.ts\\(.*Property 'toBeAccepted' does not exist`));
    expect(said).not.toContain('Cannot find module');
  }, 60_000);
});
