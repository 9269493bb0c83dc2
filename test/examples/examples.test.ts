/** Every example, with the packed package in the place of the published one. What else they use is what this repository tries. */
import { execFile } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { createHarness } from '../../src/index.js';
import { findChromium } from '../browser/find-chromium.mjs';

interface Ran {
  readonly code: number;
  readonly said: string;
}

const folder = mkdtempSync(join(tmpdir(), 'examples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, argv: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<Ran> {
  const { NODE_OPTIONS: _options, JEST_WORKER_ID: _id, NODE_ENV: _env, ...inherited } = process.env;
  const around = {
    cwd,
    env: { ...inherited, NO_COLOR: '1', CI: '1', ...env },
    timeout: 60_000,
    maxBuffer: 16 * 1024 * 1024,
  };
  return new Promise((done) => {
    execFile(command, [...argv], around, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
      done({ code, said: `${stdout}${stderr}` });
    });
  });
}

const examples = readdirSync('examples').filter((name) => existsSync(join('examples', name, 'package.json')));
const inExample = (name: string) => join(folder, name);
const modules = join(folder, 'node_modules');
const own = join(modules, 'saml-rehearsal');
const described = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

/** The examples as workspaces of one project. `npm run package-try` installs the package from a registry; this asks none. */
beforeAll(async () => {
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder, '--loglevel=error'];
  const packed = await run('npm', pack, resolve('.'));
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error(`npm pack made nothing:\n${packed.said}`);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, workspaces: examples }));
  for (const name of examples) cpSync(join('examples', name), inExample(name), { recursive: true });
  mkdirSync(join(modules, '.bin'), { recursive: true });
  for (const name of readdirSync('node_modules').filter((each) => !each.startsWith('.'))) {
    symlinkSync(resolve('node_modules', name), join(modules, name));
  }
  mkdirSync(own);
  await run('tar', ['-xzf', tarball, '-C', own, '--strip-components=1'], folder);
  const program = join(own, described(join(own, 'package.json')).bin['saml-rehearsal']);
  chmodSync(program, 0o755);
  symlinkSync(program, join(modules, '.bin', 'saml-rehearsal'));
}, 60_000);

/** As `npm test` sets it. */
const onPath = { PATH: `${join(modules, '.bin')}:${process.env['PATH']}` };
const bin = (name: string) => join(modules, name);

describe('The examples', () => {
  it.each(examples)('%s asks for the versions that are tried here', (name) => {
    const wanted: Record<string, string> = described(join('examples', name, 'package.json')).devDependencies;
    for (const [each, range] of Object.entries(wanted)) {
      const { version } = described(join(modules, each, 'package.json'));
      expect([each, /\d+/.exec(range)?.[0]]).toEqual([each, /\d+/.exec(version)?.[0]]);
    }
  });

  it.each(['jest-esm', 'jest-commonjs'])(
    '%s',
    async (name) => {
      const { code, said } = await run(
        process.execPath,
        ['--experimental-vm-modules', bin('jest/bin/jest.js'), '--detectOpenHandles'],
        inExample(name),
      );
      expect(said).toMatch(/Tests: +\d+ passed, \d+ total/);
      expect(said).not.toContain('open handle');
      expect(code).toBe(0);
    },
    60_000,
  );

  it('vitest, with its types', async () => {
    const cwd = inExample('vitest');
    const ran = await run(process.execPath, [bin('vitest/vitest.mjs'), 'run'], cwd);
    expect(ran.said).toMatch(/Tests +4 passed/);
    expect(ran.code).toBe(0);
    expect(await run(process.execPath, [bin('typescript/bin/tsc'), '--noEmit'], cwd)).toEqual({ code: 0, said: '' });
  }, 60_000);

  it('supertest', async () => {
    const { code, said } = await run(process.execPath, ['--test'], inExample('supertest'));
    expect(said).toMatch(/pass 2\n/);
    expect(code).toBe(0);
  }, 60_000);

  it('playwright', async () => {
    const chromium = await findChromium();
    if (!chromium) return void process.stderr.write('The Playwright example is not tested: there is no Chromium.\n');
    const { code, said } = await run(process.execPath, ['--test'], inExample('playwright'), {
      CHROMIUM: chromium.executablePath,
    });
    expect(said).toMatch(/pass 1\n/);
    expect(code).toBe(0);
  }, 60_000);

  it('shell: the exit code is the verdict', async () => {
    const good = await run('sh', ['sign-in.sh'], inExample('shell'), onPath);
    expect(good.said).toContain('ACCEPTED: every check that decides has passed.');
    expect(good.said).not.toContain('Worth a look');
    expect(good.code).toBe(0);
    const refused = await run('sh', ['sign-in.sh', 'wrong-audience'], inExample('shell'), onPath);
    expect(refused.said).toContain('audience-matches');
    expect(refused.code).toBe(1);
  }, 60_000);

  it('github-actions: every step but the set-up of the machine', async () => {
    const cwd = inExample('github-actions');
    mkdirSync(join(cwd, 'logins'));
    await using harness = await createHarness();
    await harness.signIn();
    writeFileSync(join(cwd, 'logins', 'good.json'), await harness.logins.export());
    const workflow = parse(readFileSync(join(cwd, 'sso.yml'), 'utf8'));
    const steps = workflow.jobs.claims.steps as { name?: string; run?: string }[];
    const named = steps.filter((step) => step.name !== undefined && step.run !== undefined);
    expect(named).toHaveLength(4);
    for (const { name, run: script = '' } of named) {
      const ran = await run('bash', ['-e', '-c', script], cwd);
      expect({ name, ...ran }).toMatchObject({ code: 0 });
    }
    expect(readFileSync(join(cwd, 'good.json.xml'), 'utf8')).toContain('<testsuites name="saml-rehearsal"');
  }, 60_000);
});
