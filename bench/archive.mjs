// @ts-check
/** A network log of 100 MB with one login in it: how long it takes to find and judge it, and in how much memory. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDocuments } from './documents.mjs';
import { scratch } from './servers.mjs';
import { rounded } from './statistics.mjs';
import { table } from './table.mjs';

const MEGABYTES = 100;
const MAIN = new URL('../dist/bundle/main.js', import.meta.url).pathname;

export async function measureArchive() {
  const { settings, documents } = await makeDocuments(1);
  const folder = scratch();
  const file = join(folder, 'login.har');
  const metadata = join(folder, 'idp.xml');
  writeFileSync(metadata, settings.metadata);
  await writeHar(file, settings.acs, documents['typical']?.samlResponse[0] ?? '');
  const flags = ['--idp-metadata', metadata, '--entity-id', settings.entityId, '--no-second-opinion'];
  const { ms, peakMb } = await run([MAIN, 'diagnose', file, ...flags]);
  const result = { megabytes: MEGABYTES, seconds: rounded(ms / 1000), peakMb: rounded(peakMb) };
  return { table: table(['HAR of MB', 's', 'peak MB'], [[MEGABYTES, result.seconds, result.peakMb]]), result };
}

/**
 * @param {string} file
 * @param {string} acs
 * @param {string} samlResponse
 */
async function writeHar(file, acs, samlResponse) {
  const out = createWriteStream(file);
  const entry = (/** @type {object} */ request, text = '') =>
    JSON.stringify({
      startedDateTime: new Date().toISOString(),
      request,
      response: { status: 200, content: { text } },
    });
  out.write('{"log":{"version":"1.2","entries":[');
  const page = entry({ method: 'GET', url: 'https://intranet.example/app.js' }, 'x'.repeat(1024 * 1024));
  for (let at = 0; at < MEGABYTES; at++) if (!out.write(`${page},`)) await once(out, 'drain');
  const text = new URLSearchParams({ SAMLResponse: samlResponse }).toString();
  const mimeType = 'application/x-www-form-urlencoded';
  out.end(`${entry({ method: 'POST', url: acs, postData: { mimeType, text } })}]}}`);
  await once(out, 'close');
}

/** @param {string[]} args */
function run(args) {
  const meter = "data:text/javascript,process.on('exit',()=>process._rawDebug('peak '+process.resourceUsage().maxRSS))";
  const begin = performance.now();
  const child = spawn(process.execPath, ['--import', meter, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      const peak = /^peak (\d+)$/m.exec(said)?.[1];
      if (code !== 0 || peak === undefined) reject(new Error(said));
      else resolve({ ms: performance.now() - begin, peakMb: Number(peak) / 1024 });
    });
  });
}
