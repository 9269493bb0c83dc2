/** The steps of the Dockerfile's last stage, outside Docker: the files it copies, its environment, its user, its commands. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOMEBODY = { uid: 1000, gid: 1000 };

interface Instruction {
  readonly name: string;
  readonly value: string;
}

/** The instructions of the last stage, continued lines joined. */
function lastStage(): Instruction[] {
  const text = readFileSync('Dockerfile', 'utf8')
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n/g, ' ');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.startsWith('FROM '));
  return lines.slice(last).map((line) => {
    const [, name = '', value = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    return { name, value };
  });
}

const valuesOf = (name: string) => lastStage().flatMap((each) => (each.name === name ? [each.value] : []));
const wordsOf = (name: string): string[] => JSON.parse(valuesOf(name)[0] ?? '[]');

export const image = {
  user: () => valuesOf('USER')[0],
  labels: () => valuesOf('LABEL').join(' '),
  environment: () =>
    Object.fromEntries(
      valuesOf('ENV').flatMap((line) => line.split(/\s+/).map((pair) => pair.split('=') as [string, string])),
    ),
  command: () => [...wordsOf('ENTRYPOINT'), ...wordsOf('CMD')],
  healthCommand: (): string[] => JSON.parse(/CMD\s+(\[.*\])/.exec(valuesOf('HEALTHCHECK')[0] ?? '')?.[1] ?? '[]'),
};

const isSuperuser = () => process.getuid?.() === 0;
/** Only the superuser may run something as somebody else; anybody else is not root already. */
const asSomebody = () => (isSuperuser() ? SOMEBODY : {});

/** Files under `app`, to which nobody can add, and an empty `data` for the user of the image. */
export function layOut(root: string, packages: 'those here' | 'npm ci'): void {
  const app = join(root, 'app');
  mkdirSync(app);
  const copied = valuesOf('COPY').filter((each) => !each.startsWith('--from=packages'));
  const sources = copied.flatMap((each) => each.split(/\s+/).slice(0, -1)).filter((word) => word !== '--from=build');
  place(
    app,
    sources.map((source) => source.replace(/^\/app\//, '')),
  );
  if (packages === 'npm ci') npmCi(app);
  else place(app, productionPackages());
  execFileSync('find', [app, '-type', 'd', '-exec', 'chmod', 'a-w,a+rx', '{}', '+']);
  chmodSync(root, 0o755);
  mkdirSync(join(root, 'data'), { mode: 0o700 });
  if (isSuperuser()) execFileSync('chown', ['1000:1000', join(root, 'data')]);
}

/** Eight thousand files: linked where the system can, copied where it cannot. */
function place(app: string, paths: readonly string[]): void {
  const { status } = spawnSync('cp', ['-al', '--parents', ...paths, app]);
  if (status === 0) return;
  for (const path of paths) cpSync(path, join(app, path), { recursive: true });
}

/** The command of the stage that installs the packages. */
function npmCi(app: string): void {
  const [, command = ''] = /AS packages[\s\S]*?RUN (npm ci .*)/.exec(readFileSync('Dockerfile', 'utf8')) ?? [];
  cpSync('package-lock.json', join(app, 'package-lock.json'));
  execFileSync('sh', ['-c', command], { cwd: app, stdio: 'inherit' });
}

/** What `npm ci --omit=dev` installs. Packages of other platforms are in the lock file only, nested ones come with those they are in. */
function productionPackages(): string[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean; peer?: boolean }>;
  };
  return Object.entries(packages).flatMap(([path, { dev, devOptional, peer }]) => {
    const isLeftOut = path === '' || dev || devOptional || peer || path.slice(1).includes('/node_modules/');
    return isLeftOut || !existsSync(path) ? [] : [path];
  });
}

export interface Contained {
  readonly child: ChildProcess;
  /** What it printed first, as JSON. */
  readonly facts: { readonly url: string; readonly entraUrl: string };
  healthy(): boolean;
  stop(): Promise<number | null>;
}

/** The entry command, in the image's environment with the `given` one over it. */
export async function run(root: string, given: Record<string, string>): Promise<Contained> {
  const env = { ...environmentIn(root), ...given };
  const [program = '', ...argv] = image.command();
  const where = { cwd: join(root, 'app'), env, ...asSomebody() };
  const child = spawn(named(program), argv, { ...where, stdio: ['ignore', 'pipe', 'pipe'] });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const facts = await new Promise<Contained['facts']>((resolve, reject) => {
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (out.includes('\n')) resolve(JSON.parse(out.split('\n')[0] ?? ''));
    });
    void ended.then((code) => reject(new Error(`it ended with ${code}: ${err}`)));
  });
  const [check = '', ...checkArgv] = image.healthCommand();
  return {
    child,
    facts,
    healthy: () => spawnSync(named(check), checkArgv, where).status === 0,
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Nothing of the environment of whoever runs the test. */
const environmentIn = (root: string): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  ...image.environment(),
  SAML_REHEARSAL_DATA_DIR: join(root, 'data'),
});

const named = (program: string) => (program === 'node' ? process.execPath : program);
