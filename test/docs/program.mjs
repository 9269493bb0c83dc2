// @ts-check
/**
 * What `npm`, `npx` and `saml-rehearsal` are while the documentation is tried: the built program of the copy. `npm ci` and `npm test`
 * do nothing here, for the run of the whole suite begins with them; `start` returns when the servers listen, so that the next command
 * finds them.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

const MAIN = JSON.parse(readFileSync('package.json', 'utf8')).bin['saml-rehearsal'];
const [name = '', ...given] = process.argv.slice(2);

process.exitCode = await (name === 'npm' ? npm(given) : rehearsal(name === 'npx' ? given.slice(1) : given));

/** @param {string[]} argv */
async function npm([command = '', ...rest]) {
  if (['ci', 'install', 'test'].includes(command)) return 0;
  if (command === 'start') return start(rest.slice(rest[0] === '--' ? 1 : 0));
  const PATH = (process.env['PATH'] ?? '').split(':').slice(1).join(':');
  return (
    spawnSync('npm', ['--silent', command, ...rest], { stdio: 'inherit', env: { ...process.env, PATH } }).status ?? 1
  );
}

/** @param {string[]} argv */
async function rehearsal(argv) {
  if (argv[0] === 'start') return start(argv.slice(1));
  return spawnSync(process.execPath, [MAIN, ...argv], { stdio: 'inherit' }).status ?? 1;
}

/** @param {string[]} argv */
async function start(argv) {
  await stopEarlier();
  const log = openSync('started.log', 'w');
  const child = spawn(process.execPath, [MAIN, 'start', ...argv], { detached: true, stdio: ['ignore', log, log] });
  writeFileSync('started.pid', String(child.pid));
  let said = '';
  while (child.exitCode === null && !/Ctrl-C stops it|"url":/.test(said)) {
    await setTimeout(50);
    said = readFileSync('started.log', 'utf8');
  }
  process.stdout.write(said);
  child.unref();
  return child.exitCode ?? 0;
}

/** One harness at a time, as a reader would have it; its ports are free when it is gone. */
async function stopEarlier() {
  if (!existsSync('started.pid')) return;
  const pid = Number(readFileSync('started.pid', 'utf8'));
  for (let signal = /** @type {'SIGTERM' | 0} */ ('SIGTERM'); isThere(pid, signal); signal = 0) await setTimeout(20);
}

/** @param {number} pid @param {'SIGTERM' | 0} signal */
function isThere(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
