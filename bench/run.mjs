// @ts-check
/** `npm run bench [-- <section>...] [--rounds 9]`: prints tables and writes results.json. See README.md in this folder. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';

const here = new URL('./', import.meta.url);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '9' },
    shape: { type: 'string' },
    rows: { type: 'string', default: '100000' },
    store: { type: 'string' },
    logins: { type: 'string', default: '10000' },
    'no-write': { type: 'boolean' },
  },
});

if (!existsSync(new URL('node_modules', here))) {
  console.error('The libraries to measure against are installed once: npm ci in bench/');
  const { status } = spawnSync('npm', ['--prefix', here.pathname, 'ci', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
}

/** @type {Record<string, () => Promise<{ table: string, result: unknown }>>} */
const sections = {
  validation: async () =>
    (await import('./validation.mjs')).measureValidation({
      rounds: Number(values.rounds),
      ...(values.shape !== undefined && { only: values.shape }),
    }),
  start: async () => (await import('./start.mjs')).measureStart({ rounds: Number(values.rounds) }),
  batch: async () => (await import('./batch.mjs')).measureBatch({ rounds: Math.min(Number(values.rounds), 3) }),
  memory: async () => (await import('./memory.mjs')).measureMemory({ logins: Number(values.logins) }),
  stores: async () =>
    (await import('./growth-stores.mjs')).measureStores({
      rows: Number(values.rows),
      ...(values.store !== undefined && { only: values.store }),
    }),
  archive: async () => (await import('./archive.mjs')).measureArchive(),
  growth: async () => (await import('./growth.mjs')).measureGrowth({ rounds: Number(values.rounds) }),
  http: async () => (await import('./http.mjs')).measureHttp({ rounds: Number(values.rounds) }),
};

const wanted = positionals.length > 0 ? positionals : Object.keys(sections);
const file = new URL('results.json', here);
for (const name of wanted) {
  const measure = sections[name];
  if (!measure) throw new Error(`There is no section ${name}: ${Object.keys(sections).join(', ')}`);
  console.log(`\n${name}`);
  const { table, result } = await measure();
  console.log(table);
  if (!values['no-write']) keep(name, result);
}

/**
 * Each section as soon as it is measured: the next one may not end well.
 *
 * @param {string} name
 * @param {unknown} result
 */
function keep(name, result) {
  const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  results[name] = { at: new Date().toISOString(), result };
  results.machine = { node: process.version, cores: cpus().length, cpu: cpus()[0]?.model };
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}
