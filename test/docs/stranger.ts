/** A stranger with a copy of the project, who types what the documentation says. */
import { execFile } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const COPIED = ['src', 'build', 'dist', 'docs', 'test', 'fixtures', 'examples'];
const FILES = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'biome.json',
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
];

export interface Ran {
  readonly code: number;
  /** Both streams, in the order in which they were written; ports as documented. */
  readonly said: string;
}

export interface Stranger {
  /** Runs a block as one script that stops at the first command that fails. */
  run(script: string): Promise<Ran>;
  /** Ends what was started, and begins with an empty data folder. */
  rest(): void;
  leave(): void;
}

export async function createStranger(): Promise<Stranger> {
  const folder = mkdtempSync(join(tmpdir(), 'stranger-'));
  const copy = join(folder, 'saml-rehearsal');
  for (const name of [...COPIED, ...FILES]) if (existsSync(name)) cpSync(name, join(copy, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  const programs = join(folder, 'bin');
  mkdirSync(programs);
  for (const name of ['npm', 'npx', 'saml-rehearsal']) {
    const file = join(programs, name);
    writeFileSync(file, `#!/bin/sh\nexec "${process.execPath}" "${resolve('test/docs/program.mjs')}" ${name} "$@"\n`);
    chmodSync(file, 0o755);
  }
  const ports = await Promise.all([freePort(), freePort()]);
  const env = environment(programs, ports);
  const rest = () => {
    const pid = join(copy, 'started.pid');
    if (existsSync(pid)) kill(Number(readFileSync(pid, 'utf8')));
    rmSync(join(copy, '.saml-rehearsal'), { recursive: true, force: true, maxRetries: 5 });
  };
  return {
    rest,
    run: (script) =>
      run(asServed(script, ports), { cwd: copy, env }).then(({ code, said }) => ({
        code,
        said: asDocumented(said, ports),
      })),
    leave() {
      rest();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

type Ports = readonly [serviceProvider: number, entra: number];

const asServed = (text: string, [sp, entra]: Ports) =>
  text.replaceAll('localhost:7010', `localhost:${sp}`).replaceAll('127.0.0.1:7011', `127.0.0.1:${entra}`);

const asDocumented = (text: string, [sp, entra]: Ports) =>
  text.replaceAll(`localhost:${sp}`, 'localhost:7010').replaceAll(`127.0.0.1:${entra}`, '127.0.0.1:7011');

function environment(programs: string, [sp, entra]: Ports): NodeJS.ProcessEnv {
  const {
    NODE_OPTIONS: _options,
    JEST_WORKER_ID: _id,
    NODE_ENV: _env,
    FORCE_COLOR: _color,
    ...inherited
  } = process.env;
  return {
    ...inherited,
    PATH: `${programs}:${process.env['PATH']}`,
    NO_COLOR: '1',
    COLUMNS: '100',
    HOME: join(programs, '..'),
    SAML_REHEARSAL_PORT: String(sp),
    SAML_REHEARSAL_ENTRA_PORT: String(entra),
    SAML_REHEARSAL_URL: `http://localhost:${sp}`,
  };
}

function run(script: string, around: { readonly cwd: string; readonly env: NodeJS.ProcessEnv }): Promise<Ran> {
  return new Promise((done) => {
    execFile(
      'bash',
      ['-e', '-o', 'pipefail', '-c', `exec 2>&1\n${script}`],
      { ...around, timeout: 110_000 },
      (error, said) => {
        done({ code: error ? (typeof error.code === 'number' ? error.code : 1) : 0, said });
      },
    );
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

function kill(pid: number): void {
  try {
    process.kill(pid);
  } catch {
    // It has ended by itself.
  }
}
