// @ts-check
/** `diagnose` of a folder of 10,000 files: on one core, and on all. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { makeDocuments } from './documents.mjs';
import { scratch } from './servers.mjs';
import { median, rounded, spread } from './statistics.mjs';
import { table } from './table.mjs';

const FILES = 10_000;
const MAIN = new URL('../dist/bundle/main.js', import.meta.url).pathname;

/** @param {{ rounds: number }} options */
export async function measureBatch({ rounds }) {
  if (spawnSync('taskset', ['-V'], { stdio: 'ignore' }).status !== 0)
    return { table: 'Not measured: there is no taskset here to keep a process on one core.', result: null };
  const { settings, documents } = await makeDocuments(256);
  const folder = scratch();
  const captured = join(folder, 'captured');
  const metadata = join(folder, 'idp.xml');
  mkdirSync(captured);
  writeFileSync(metadata, settings.metadata);
  const messages = documents['typical']?.samlResponse ?? [];
  for (let at = 0; at < FILES; at++) writeFileSync(join(captured, `${at}.b64`), messages[at % messages.length] ?? '');
  const command = [
    'diagnose',
    captured,
    '--idp-metadata',
    metadata,
    '--entity-id',
    settings.entityId,
    '--acs',
    settings.acs,
  ];
  /** @type {{ one: number[], all: number[] }} */
  const took = { one: [], all: [] };
  for (let round = 0; round < rounds; round++) {
    took.one.push(await run('taskset', ['-c', '0', process.execPath, MAIN, ...command]));
    took.all.push(await run(process.execPath, [MAIN, ...command]));
  }
  const result = {
    files: FILES,
    cores: availableParallelism(),
    oneCoreSeconds: rounded(median(took.one) / 1000),
    allCoresSeconds: rounded(median(took.all) / 1000),
    spreadPercent: spread(took.all),
    timesFaster: rounded(median(took.one.map((one, round) => one / (took.all[round] ?? Number.NaN)))),
    rounds,
  };
  const row = [
    result.files,
    result.cores,
    result.oneCoreSeconds,
    result.allCoresSeconds,
    result.spreadPercent,
    result.timesFaster,
  ];
  return { table: table(['files', 'cores', 's on one', 's on all', '± %', 'times faster'], [row]), result };
}

/**
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<number>} milliseconds
 */
function run(program, args) {
  const begin = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      if (code === 0) resolve(performance.now() - begin);
      else reject(new Error(`${program} ${args.join(' ')}: ${code}`));
    });
  });
}
