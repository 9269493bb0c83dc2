// How long the inspector's pages take with 100,000 logins in SQLite. Run by `npm run build && node bench/inspector-100k.mjs [logins]`.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import Database from 'libsql';

/** @type {typeof import('../src/index.js')} */
const { createHarness } = await import(new URL('../dist/index.js', import.meta.url).href);

const COUNT = Number(process.argv[2] ?? 100_000);
const ROUNDS = 9;
const folder = await mkdtemp(join(tmpdir(), 'inspector-bench-'));
const file = join(folder, 'logins.db');
await fill();
const harness = await open();

try {
  const megabytes = Math.round((await stat(file)).size / 1024 / 1024);
  process.stdout.write(
    `${COUNT.toLocaleString('en-US')} logins, ${megabytes} MB. Milliseconds, median of ${ROUNDS}:\n`,
  );
  const { next } = await harness.logins.list({ limit: 50 });
  const middle = idOf(Math.floor(COUNT / 2));
  /** @type {[string, string][]} */
  const pages = [
    ['the newest 50', '/'],
    ['the 50 after them', `/?after=${next}`],
    ['50 in the middle', `/?after=${middle}`],
    ['accepted ones', '/?outcome=accepted'],
    ['a failed check', '/?failed=audience-matches'],
    ['a word every login has', '/?search=contoso'],
    ['one login by its user', `/?search=user${COUNT - 5}%40contoso.com`],
    ['an old login by its user', '/?search=user7%40contoso.com'],
    ['a word no login has', '/?search=nobody-has-this'],
    ['one login', `/logins/${middle}`],
  ];
  for (const [what, path] of pages) process.stdout.write(`${what.padEnd(26)} ${await median(path)}\n`);
} finally {
  await harness.stop();
  await rm(folder, { recursive: true, force: true });
}

function open() {
  return createHarness({ store: `sqlite:${file}` });
}

/** Copies of two real logins, of which two in a hundred failed; each with its own id and user. Row by row they would take half an hour. */
async function fill() {
  const maker = await open();
  const good = await maker.signIn({ user: 'Adele.Vance@contoso.com' });
  const bad = await maker.signIn({ user: 'Adele.Vance@contoso.com', faults: ['audience-other-region'] });
  await maker.stop();
  const database = new Database(file);
  database.exec('pragma synchronous = off');
  copy(database, good.id, 'n % 50 <> 0');
  copy(database, bad.id, 'n % 50 = 0');
  database.exec(`delete from failed_checks where login_id in ('${good.id}', '${bad.id}')`);
  database.exec(`delete from logins where id in ('${good.id}', '${bad.id}')`);
  database.close();
}

/**
 * @param {import('libsql').Database} database
 * @param {string} id of the row to copy
 * @param {string} which condition on the number n of the copy
 */
function copy(database, id, which) {
  const numbers = `with recursive numbers(n) as (select 0 union all select n + 1 from numbers where n < ${COUNT - 1})`;
  for (const [table, key] of Object.entries({ logins: 'id', failed_checks: 'login_id' })) {
    const rows = database.prepare(`pragma table_info(${table})`).all();
    const names = rows.map((row) => String(/** @type {{ name: unknown }} */ (row).name));
    const values = names.map((name) => columnOf(name, id));
    database.exec(
      `insert into ${table} (${names}) ${numbers} select ${values} from ${table}, numbers where ${key} = '${id}' and ${which}`,
    );
  }
}

/**
 * What stands in a column of the copy.
 *
 * @param {string} name
 * @param {string} id
 */
function columnOf(name, id) {
  const newId = "'0mk' || printf('%016d', n)";
  if (name === 'id' || name === 'login_id') return newId;
  if (name !== 'search_text' && name !== 'outcome') return name;
  const user = "'user' || n || '@contoso.com'";
  const withId = `replace(${name}, '${id}', ${newId})`;
  return `replace(replace(${withId}, 'Adele.Vance@contoso.com', ${user}), 'adele.vance@contoso.com', ${user})`;
}

/** @param {number} index */
function idOf(index) {
  return `0mk${String(index).padStart(16, '0')}`;
}

/** @param {string | undefined} path */
async function median(path) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await (await fetch(harness.url + path)).text();
    times.push(performance.now() - start);
  }
  return Math.round(times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0);
}
