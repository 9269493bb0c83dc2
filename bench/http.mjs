// @ts-check
/** `POST /login/saml`, end to end: every request another signed response, ours with its store against an app without one. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startChild } from './child.mjs';
import { cache, makeSettings, shapes, write } from './documents.mjs';
import { scratch, startOurs, startPassportApp } from './servers.mjs';
import { median, quantile, rounded, spread } from './statistics.mjs';
import { table } from './table.mjs';

const CONNECTIONS = [1, 10, 50];
const OURS = 'saml-rehearsal, SQLite';
const OURS_POSTGRES = 'saml-rehearsal, PostgreSQL';
const APP = 'Express 5 + passport-saml, no store';
/** One of the addresses every new directory has. */
const IN_DIRECTORY = 'B.Simon@contoso.com';
/** Posts of one round, so that a round takes each of them about as long. */
const AMOUNT = { ours: 600, postgres: 400, app: 120 };
/** Posts before the first round, for about as long: V8 compiles what it has seen some thousand times. */
const WARM = { ours: 5_000, postgres: 4_000, app: 1_000 };

/**
 * @typedef {{ took: number[], statuses: Record<string, number>, wallMs: number, cpuMs: number }} Run
 * @typedef {{ name: string, server: import('./servers.mjs').Server, amount: number, warm: number, next: number, runs: Run[] }} Contender
 */

/** @param {{ rounds: number }} options */
export async function measureHttp({ rounds }) {
  const settings = await makePosts(AMOUNT.ours * rounds * CONNECTIONS.length + WARM.ours);
  const folder = scratch();
  const load = startChild([process.execPath, new URL('load.mjs', import.meta.url).pathname]);
  /** @type {Contender[]} */
  const all = [
    { name: OURS, server: await startOurs(settings, folder), amount: AMOUNT.ours, warm: WARM.ours, next: 0, runs: [] },
    {
      name: APP,
      server: await startPassportApp(settings, folder),
      amount: AMOUNT.app,
      warm: WARM.app,
      next: 0,
      runs: [],
    },
  ];
  const postgres = await startPostgres();
  if (postgres)
    all.push({
      name: OURS_POSTGRES,
      server: await startOurs(settings, folder, ['--store', postgres]),
      amount: AMOUNT.postgres,
      warm: WARM.postgres,
      next: 0,
      runs: [],
    });
  try {
    for (const contender of all) await run(load, contender, 10, contender.warm);
    const results = [];
    for (const connections of CONNECTIONS) results.push(...(await measureAt(connections, load, all, rounds)));
    return { table: asTable(results), result: results };
  } finally {
    load.stop();
    for (const { server } of all) await server.stop();
  }
}

/**
 * @param {number} connections
 * @param {ReturnType<typeof startChild>} load
 * @param {Contender[]} all
 * @param {number} rounds
 */
async function measureAt(connections, load, all, rounds) {
  for (const contender of all) contender.runs = [];
  for (let round = 0; round < rounds; round++)
    for (const contender of all) contender.runs.push(await run(load, contender, connections));
  const app = all.find(({ name }) => name === APP)?.runs ?? [];
  return all.map(({ name, runs }) => {
    const took = runs.flatMap((one) => one.took);
    const times = (/** @type {(one: Run) => number} */ by) =>
      rounded(median(runs.map((one, round) => by(one) / by(/** @type {Run} */ (app[round])))));
    return {
      connections,
      name,
      perSecond: rounded(median(runs.map(rate))),
      spreadPercent: spread(runs.map(rate)),
      cpuMsPerLogin: rounded(median(runs.map(({ cpuMs, took }) => cpuMs / took.length))),
      p50Ms: rounded(quantile(took, 0.5)),
      p99Ms: rounded(quantile(took, 0.99)),
      timesTheApp: times(rate),
      timesTheAppByCpu: times(({ cpuMs, took }) => took.length / cpuMs),
      rounds: runs.length,
    };
  });
}

/**
 * @param {ReturnType<typeof startChild>} load
 * @param {Contender} contender
 * @param {number} connections
 * @param {number} [amount]
 * @returns {Promise<Run>}
 */
async function run(load, contender, connections, amount = contender.amount) {
  const { name, server } = contender;
  const cpu = server.cpuMs();
  const found = await load.ask({ port: server.port, from: contender.next, amount, connections });
  contender.next += amount;
  if (found.statuses['302'] !== amount)
    throw new Error(`${name} did not take every login: ${JSON.stringify({ ...found, took: undefined })}`);
  return { ...found, cpuMs: server.cpuMs() - cpu };
}

/** @param {Run} run */
function rate({ took, wallMs }) {
  return (took.length / wallMs) * 1000;
}

/**
 * The server that the tests use too, from npm; it ends with this process. Undefined where it does not run.
 *
 * @returns {Promise<string | undefined>} its URL
 */
async function startPostgres() {
  const place = scratch();
  // It runs as another user where this one is root.
  chmodSync(place, 0o755);
  const keeper = new URL('../test/postgres/keeper.mjs', import.meta.url).pathname;
  spawn(process.execPath, [keeper, place, String(process.pid)], { stdio: 'ignore' }).unref();
  const file = join(place, 'server.json');
  for (let waited = 0; waited < 30_000 && !existsSync(file); waited += 50) await setTimeout(50);
  const { url, error } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { error: 'it did not start' };
  if (url === undefined) console.error(`PostgreSQL is left out: ${error}`);
  return url;
}

/** Bodies of posts, one a line, for the process that makes the load. @param {number} count */
export async function makePosts(count) {
  const { idp, settings } = await makeSettings();
  const shape = /** @type {import('./documents.mjs').Shape} */ (shapes['typical']);
  const bodies = Array.from({ length: count }, (_, index) => {
    const xml = write(shape, idp, settings, index, { email: IN_DIRECTORY });
    return new URLSearchParams({ SAMLResponse: Buffer.from(xml).toString('base64') }).toString();
  });
  writeFileSync(new URL('posts.txt', cache), bodies.join('\n'));
  return settings;
}

/** @param {readonly Record<string, any>[]} results */
function asTable(results) {
  const heads = ['c', 'server', 'logins/s', '± %', 'CPU ms each', 'p50 ms', 'p99 ms', '× the app', 'by CPU'];
  return table(
    heads,
    results.map((row) => [
      String(row['connections']),
      row['name'],
      row['perSecond'],
      row['spreadPercent'],
      row['cpuMsPerLogin'],
      row['p50Ms'],
      row['p99Ms'],
      row['timesTheApp'],
      row['timesTheAppByCpu'],
    ]),
  );
}
