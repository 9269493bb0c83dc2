/** Every ```ts block of the documentation, in a project that has the package installed: its types hold, and what it asserts is true. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { transformSync } from '@swc/core';
import { type Block, blocks } from './blocks.js';

const programs = blocks.filter(({ language }) => language === 'ts');
const project = mkdtempSync(join(tmpdir(), 'code-blocks-'));
afterAll(() => rmSync(project, { recursive: true, force: true }));

const nameOf = ({ file, line }: Block) => `${file.replace(/\W+/g, '-')}-${line}`;
const isTest = ({ text }: Block) => text.includes("'@jest/globals'");

const TSCONFIG = {
  compilerOptions: {
    ...{ target: 'ES2023', lib: ['ES2023', 'ESNext.Disposable'], module: 'NodeNext', types: ['node'] },
    ...{ strict: true, noEmit: true, skipLibCheck: true },
  },
  include: ['*.ts'],
};

beforeAll(() => {
  const modules = join(project, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync('node_modules')) symlinkSync(resolve('node_modules', name), join(modules, name));
  symlinkSync(resolve('.'), join(modules, 'saml-rehearsal'));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ type: 'module', jest: { transform: {} } }));
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(TSCONFIG));
  for (const block of programs) {
    writeFileSync(join(project, `${nameOf(block)}.ts`), block.text);
    writeFileSync(join(project, `${nameOf(block)}${isTest(block) ? '.test' : ''}.js`), asJavaScript(block));
  }
});

/** What Node 20 runs. */
function asJavaScript({ text }: Block): string {
  const parser = { syntax: 'typescript', explicitResourceManagement: true } as const;
  return transformSync(text, { jsc: { parser, target: 'es2022' }, module: { type: 'es6' } }).code;
}

function run(argv: readonly string[]): Promise<{ code: number; said: string }> {
  const { NODE_OPTIONS: _options, JEST_WORKER_ID: _id, NODE_ENV: _env, ...env } = process.env;
  return new Promise((done) => {
    execFile(process.execPath, [...argv], { cwd: project, env }, (error, stdout, stderr) => {
      done({ code: error ? (typeof error.code === 'number' ? error.code : 1) : 0, said: `${stdout}${stderr}` });
    });
  });
}

describe('The ts blocks of the documentation', () => {
  it('are there', () => {
    expect(programs.map(({ file }) => file)).toContain('README.md');
  });

  it('keep to the types of the package', async () => {
    expect(await run([resolve('node_modules/typescript/bin/tsc'), '-p', '.'])).toEqual({ code: 0, said: '' });
  }, 60_000);

  it.each(programs.filter((block) => !isTest(block)).map((block) => [`${block.file}:${block.line}`, block] as const))(
    '%s runs, and its assertions hold',
    async (_, block) => {
      expect(await run([`${nameOf(block)}.js`])).toMatchObject({ code: 0 });
    },
    60_000,
  );

  it('that are tests pass in jest', async () => {
    const { code, said } = await run(['--experimental-vm-modules', resolve('node_modules/jest/bin/jest.js'), '--ci']);
    expect(said).toContain(`Test Suites: ${programs.filter(isTest).length} passed`);
    expect(code).toBe(0);
  }, 60_000);
});
