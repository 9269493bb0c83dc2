// @ts-check
/**
 * List, search and insert in a store of many logins beside one of few: both open at once, taking turns. `--rows 1000000` takes its
 * time; both stores have the same indexes, so 100,000 already show what grows.
 */
import { multiplied } from './multiply-logins.mjs';
import { median, rounded } from './statistics.mjs';
import { aPlace, aSourceOfLogins, takingOf } from './store-logins.mjs';
import { table } from './table.mjs';

const FEW = 1_000;
const ROUNDS = 101;
const WARM = 20;
const RECORDED = 10_000;
const IN_A_GROUP = 500;

/**
 * @typedef {import('./store-logins.mjs').AnsweredLogin} AnsweredLogin
 * @typedef {import('../src/logins/memory.js').Memory} Memory
 * @typedef {{ ms: number[], cpuMs: number[] }} Times
 */

/** @param {{ rows: number, only?: string }} options `only`: `sqlite` or `postgres` */
export async function measureStores({ rows, only }) {
  const next = await aSourceOfLogins(slim);
  const result = [];
  for (const store of only === undefined ? ['sqlite', 'postgres'] : [only])
    result.push(...(await measureStore(store, rows, next)));
  const heads = ['store', 'what', `ms of ${FEW}`, `ms of ${rows}`, 'times', 'by CPU of the harness'];
  const lines = result.map((row) => [row.store, row.what, row.fewMs, row.manyMs, row.times, row.timesByCpu]);
  return { table: table(heads, lines), result: { few: FEW, many: rows, rounds: ROUNDS, stores: result } };
}

/**
 * Neither message nor findings: what is looked for is in the indexes, and the disk has to hold a million of them.
 *
 * @param {AnsweredLogin} login
 * @returns {AnsweredLogin}
 */
function slim(login) {
  return {
    ...login,
    diagnosis: { ...login.diagnosis, findings: [] },
    received: { ...login.received, samlResponse: '' },
  };
}

/**
 * @param {string} store
 * @param {number} rows
 * @param {() => AnsweredLogin} next
 */
async function measureStore(store, rows, next) {
  const place = await aPlace(store);
  const stores = [];
  try {
    for (const [name, count] of /** @type {const} */ ([
      ['few', FEW],
      ['many', rows],
    ])) {
      await fill(place, name, count, next);
      stores.push(await place.open(name));
    }
    const [few, many] = /** @type {[Memory, Memory]} */ (stores);
    const result = [];
    for (const [what, work] of Object.entries(works(next))) {
      const found = await compare(store, what, work, few, many);
      console.error(`${store}, ${what}: ${found.times} times`);
      result.push(found);
    }
    return result;
  } finally {
    for (const memory of stores) await memory.logins.close();
    await place.end();
  }
}

/**
 * @param {() => AnsweredLogin} next
 * @returns {Record<string, (memory: Memory) => Promise<unknown>>}
 */
function works(next) {
  return {
    'list, newest page': ({ logins }) => logins.list(),
    'list, accepted only': ({ logins }) => logins.list({ accepted: true }),
    'search, a word in every login': ({ logins }) => logins.list({ search: 'password' }),
    'search, the beginning of ids': ({ logins }) => logins.list({ search: '0' }),
    'search, one person': ({ logins }) => logins.list({ search: 'Person77x@contoso.com' }),
    'search, nothing': ({ logins }) => logins.list({ search: 'nobody' }),
    'insert, one by one': (memory) => record(memory, next()),
  };
}

/**
 * @param {string} store
 * @param {string} what
 * @param {(memory: Memory) => Promise<unknown>} work
 * @param {Memory} few
 * @param {Memory} many
 */
async function compare(store, what, work, few, many) {
  /** @type {[Times, Times]} */
  const times = [
    { ms: [], cpuMs: [] },
    { ms: [], cpuMs: [] },
  ];
  for (let round = -WARM; round < ROUNDS; round++) {
    for (const [at, memory] of [few, many].entries()) {
      const took = await timed(() => work(memory));
      if (round < 0) continue;
      times[at]?.ms.push(took.ms);
      times[at]?.cpuMs.push(took.cpuMs);
    }
  }
  const [a, b] = times;
  return {
    store,
    what,
    fewMs: rounded(median(a.ms)),
    manyMs: rounded(median(b.ms)),
    times: rounded(median(b.ms) / median(a.ms)),
    timesByCpu: rounded(median(b.cpuMs) / median(a.cpuMs)),
  };
}

/** @param {() => Promise<unknown>} work */
async function timed(work) {
  const cpu = process.cpuUsage();
  const begin = performance.now();
  await work();
  const ms = performance.now() - begin;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1000 };
}

/**
 * The first ones as the harness records them; the others are copies made by the database.
 *
 * @param {Awaited<ReturnType<typeof aPlace>>} place
 * @param {string} name
 * @param {number} count
 * @param {() => AnsweredLogin} next
 */
async function fill(place, name, count, next) {
  const recorded = Math.min(count, RECORDED);
  const memory = await place.open(name);
  for (let left = recorded; left > 0; left -= IN_A_GROUP)
    await Promise.all(Array.from({ length: Math.min(left, IN_A_GROUP) }, () => record(memory, next())));
  // Words are indexed a moment after a login came, 512 at a time, and the last ones when the store is closed.
  await memory.logins.close();
  await indexedIn(place, name);
  if (count > recorded) await place.run(name, multiplied(Math.round(count / recorded)));
  await place.tidy(name);
}

/**
 * Opened until nothing waits for the index any more.
 *
 * @param {Awaited<ReturnType<typeof aPlace>>} place
 * @param {string} name
 */
async function indexedIn(place, name) {
  for (let left = RECORDED; left > 0; left -= 512) await (await place.open(name)).logins.close();
}

/**
 * @param {Memory} memory
 * @param {AnsweredLogin} login
 */
function record(memory, login) {
  return memory.record(login, takingOf(login));
}
