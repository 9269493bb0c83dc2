// @ts-check
/** Servers as somebody would start them, and what one may know of a process from outside. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {Awaited<ReturnType<typeof startServer>>} Server */

const OURS = new URL('../dist/bundle/main.js', import.meta.url).pathname;
const PASSPORT_APP = new URL('peers/passport-app.mjs', import.meta.url).pathname;

/**
 * @param {string[]} args of node
 * @param {RegExp} ready what it prints when it listens; its first group is the port
 */
export async function startServer(args, ready) {
  const begin = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  const port = await new Promise((resolve, reject) => {
    const hear = (/** @type {Buffer} */ text) => {
      said = `${said}${text}`.slice(-5000);
      const found = ready.exec(said)?.[1];
      if (found !== undefined) resolve(Number(found));
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`node ${args.join(' ')} ended: ${said}`)));
  });
  const pid = child.pid ?? 0;
  return {
    port: /** @type {number} */ (port),
    pid,
    startMs: performance.now() - begin,
    cpuMs: () => cpuMs(pid),
    residentMb: () => residentMb(pid),
    /**
     * Writes a line to it and waits for what it says.
     *
     * @param {string} line
     * @param {RegExp} answer
     * @returns {Promise<RegExpExecArray>}
     */
    ask(line, answer) {
      return new Promise((resolve) => {
        let heard = '';
        const hear = (/** @type {Buffer} */ text) => {
          heard += text;
          const found = answer.exec(heard);
          if (!found) return;
          child.stderr.off('data', hear);
          resolve(found);
        };
        child.stderr.on('data', hear);
        child.stdin.write(`${line}\n`);
      });
    },
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await gone;
    },
  };
}

/** A folder that is removed when the bench ends. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Ours with its defaults and SQLite on disk; the metadata of the IdP in a file.
 *
 * @param {import('./documents.mjs').Settings} settings
 * @param {string} folder
 * @param {readonly string[]} [more] flags
 * @param {readonly string[]} [nodeFlags]
 */
export function startOurs({ entityId, acs, metadata }, folder, more = [], nodeFlags = []) {
  const file = join(folder, 'metadata.xml');
  writeFileSync(file, metadata);
  const flags = ['--port', '0', '--no-entra', '--idp-metadata', file, '--entity-id', entityId, '--acs-url', acs];
  return startServer(
    [...nodeFlags, OURS, 'start', ...flags, '--data-dir', folder, ...more],
    /https?:\/\/localhost:(\d+)/,
  );
}

/**
 * @param {import('./documents.mjs').Settings} settings
 * @param {string} folder
 * @param {readonly string[]} [nodeFlags]
 */
export function startPassportApp(settings, folder, nodeFlags = []) {
  const file = join(folder, 'settings.json');
  writeFileSync(file, JSON.stringify(settings));
  return startServer([...nodeFlags, PASSPORT_APP, file], /listening (\d+)/);
}

/** Processor time of all its threads, in steps of 10 ms. @param {number} pid */
function cpuMs(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** @param {number} pid */
function residentMb(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
