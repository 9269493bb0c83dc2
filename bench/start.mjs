// @ts-check
/** How long until it runs: the server until it listens, the harness until its first login, the command line until its answer. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDocuments } from './documents.mjs';
import { scratch, startOurs, startPassportApp } from './servers.mjs';
import { median, rounded, spread } from './statistics.mjs';
import { table } from './table.mjs';

const path = (/** @type {string} */ file) => new URL(file, import.meta.url).pathname;
const MAIN = path('../dist/bundle/main.js');

/**
 * @typedef {{ wallMs: number, cpuMs: number }} Took
 * @typedef {{ what: string, target?: { than: string, times: number }, once: () => Promise<Took> }} Contender
 */

/** @param {{ rounds: number }} options */
export async function measureStart({ rounds }) {
  const { settings, documents } = await makeDocuments(4);
  const folder = scratch();
  const files = { message: join(folder, 'message.b64'), metadata: join(folder, 'idp.xml') };
  writeFileSync(files.message, documents['typical']?.samlResponse[0] ?? '');
  writeFileSync(files.metadata, settings.metadata);
  const flags = ['--idp-metadata', files.metadata, '--entity-id', settings.entityId, '--acs', settings.acs];
  const diagnose = [MAIN, 'diagnose', files.message, ...flags];
  /** @type {Contender[]} */
  const contenders = [
    { what: 'node -e 0', once: () => toEnd(['-e', '0']) },
    {
      what: "import('@node-saml/node-saml')",
      once: () => toEnd(['--input-type=module', '-e', "import('@node-saml/node-saml')"]),
    },
    {
      what: 'diagnose one file, first opinion only',
      target: { than: "import('@node-saml/node-saml')", times: 1.3 },
      once: () => toEnd([...diagnose, '--no-second-opinion']),
    },
    {
      what: 'diagnose one file',
      target: { than: "import('@node-saml/node-saml')", times: 1.3 },
      once: () => toEnd(diagnose),
    },
    {
      what: 'Express 5 + passport-saml, to listening',
      once: async () => toListening(await startPassportApp(settings, folder)),
    },
    {
      what: 'start, to listening',
      target: { than: 'Express 5 + passport-saml, to listening', times: 1 },
      once: async () => toListening(await startOurs(settings, folder)),
    },
    {
      what: 'samlp identity provider, to its first response',
      once: () => toEnd([path('peers/first-response.mjs'), join(folder, 'settings.json')]),
    },
    {
      what: 'createHarness, to its first accepted login',
      target: { than: 'samlp identity provider, to its first response', times: 0.6 },
      once: () => toEnd([path('first-login.mjs')]),
    },
  ];
  /** @type {Map<string, Took[]>} */
  const took = new Map(contenders.map(({ what }) => [what, []]));
  for (const { once } of contenders) await once();
  for (let round = 0; round < rounds; round++)
    for (const { what, once } of contenders) took.get(what)?.push(await once());
  const result = contenders.map(({ what, target }) => figures(what, took, target));
  return { table: asTable(result), result };
}

/**
 * @param {string} what
 * @param {Map<string, Took[]>} all
 * @param {Contender['target']} target
 */
function figures(what, all, target) {
  const took = all.get(what) ?? [];
  const others = target && all.get(target.than);
  const compared = (/** @type {(one: Took) => number} */ by) =>
    others ? rounded(median(took.map((one, round) => by(one) / by(/** @type {Took} */ (others[round]))))) : null;
  return {
    what,
    ms: rounded(median(took.map(({ wallMs }) => wallMs))),
    spreadPercent: spread(took.map(({ wallMs }) => wallMs)),
    cpuMs: rounded(median(took.map(({ cpuMs }) => cpuMs))),
    ...(target && { comparedWith: target.than, target: target.times }),
    times: compared(({ wallMs }) => wallMs),
    timesByCpu: compared(({ cpuMs }) => cpuMs),
    rounds: took.length,
  };
}

/** Runs it to its end; the processor time is what the system counted for it. @param {string[]} args @returns {Promise<Took>} */
function toEnd(args) {
  const begin = performance.now();
  const meter = [
    '--import',
    `data:text/javascript,process.on('exit',()=>{const{userCPUTime:u,systemCPUTime:s}=process.resourceUsage();process._rawDebug('cpu '+(u+s)/1000)})`,
  ];
  const child = spawn(process.execPath, [...meter, ...args], { stdio: ['ignore', 'ignore', 'pipe'], cwd: path('.') });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      const wallMs = performance.now() - begin;
      const cpu = /^cpu ([\d.]+)$/m.exec(said)?.[1];
      if (code !== 0 || cpu === undefined) return reject(new Error(`node ${args.join(' ')}: ${code} ${said}`));
      resolve({ wallMs, cpuMs: Number(cpu) });
    });
  });
}

/** @param {import('./servers.mjs').Server} server @returns {Promise<Took>} */
async function toListening(server) {
  const took = { wallMs: server.startMs, cpuMs: server.cpuMs() };
  await server.stop();
  return took;
}

/** @param {readonly Record<string, any>[]} results */
function asTable(results) {
  const heads = ['what', 'ms', '± %', 'CPU ms', 'times', 'by CPU', 'target', 'of'];
  return table(
    heads,
    results.map((row) => [
      row['what'],
      row['ms'],
      row['spreadPercent'],
      row['cpuMs'],
      row['times'],
      row['timesByCpu'],
      row['target'],
      row['comparedWith'] ?? '',
    ]),
  );
}
