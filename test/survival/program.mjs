// @ts-check
/** The built program as a process of its own, for the long trials. Build first: `npm run build`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createResponse } from '../../dist/index.js';

/** @typedef {{ url: string, child: import('node:child_process').ChildProcess, ended: Promise<unknown[]> }} Program */

/** A key is made once; making one costs more than a hundred responses. */
const keys = { pair: /** @type {{ privateKeyPem: string, certificatePem: string } | undefined} */ (undefined) };

/** One response the program accepts, each a new one. */
export async function goodResponse() {
  keys.pair ??= await testKey();
  return createResponse({ key: keys.pair });
}

async function testKey() {
  const { createSelfSignedCertificate } = await import('../../dist/saml/create-certificate.js');
  const { generateRsaKey } = await import('../../dist/saml/generate-rsa-key.js');
  const { systemRandom } = await import('../../dist/clock.js');
  const privateKeyPem = await generateRsaKey();
  const now = new Date();
  const serialNumber = systemRandom.bytes(16);
  const { pem } = await createSelfSignedCertificate({ privateKeyPem, notBefore: now, serialNumber });
  return { privateKeyPem, certificatePem: pem };
}

/** @param {string} title */
export function aFolder(title) {
  const folder = mkdtempSync(join(tmpdir(), `${title}-`));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * @param {string} folder
 * @param {{ flags?: string[], node?: string[], ipc?: boolean }} [how]
 * @returns {Promise<Program>}
 */
export async function startProgram(folder, { flags = [], node = [], ipc = false } = {}) {
  const { identityProvider, serviceProvider } = await goodResponse();
  const metadata = join(folder, 'metadata.xml');
  writeFileSync(metadata, identityProvider.metadata);
  const where = ['--entity-id', serviceProvider.entityId, '--acs-url', serviceProvider.assertionConsumerServiceUrl];
  const given = ['start', '--json', '--no-entra', '--idp-metadata', metadata, ...where, '--port', '0'];
  const argv = [...node, 'dist/bundle/main.js', ...given, '--data-dir', join(folder, 'data'), ...flags];
  const stdio = /** @type {const} */ (['ignore', 'pipe', 'inherit']);
  const child = spawn(process.execPath, argv, { stdio: ipc ? [...stdio, 'ipc'] : [...stdio] });
  process.on('exit', () => child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  const [line] = await once(createInterface({ input: /** @type {NodeJS.ReadableStream} */ (child.stdout) }), 'line');
  return { url: JSON.parse(line).url, child, ended };
}

/**
 * @param {string} url
 * @param {string} samlResponse
 */
export async function post(url, samlResponse) {
  const answer = await fetch(`${url}/login/saml`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ SAMLResponse: samlResponse }).toString(),
  });
  await answer.arrayBuffer();
  return answer;
}

/** @param {number} pid */
export function residentMiB(pid) {
  const [, kib = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kib) / 1024;
}

/**
 * @param {string} name
 * @param {number} fallback
 */
export function numberGiven(name, fallback) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
}

/** @param {string} line */
export const say = (line) => void process.stdout.write(`${line}\n`);
