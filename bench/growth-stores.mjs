/**
 * `node bench/growth-stores.mjs [--rows 1000000] [--store sqlite]`: list, search and insert with 1,000 logins against many. A
 * million takes its time; both stores have the same index, so 100,000 already show what grows.
 */
import { parseArgs } from 'node:util';
import { aSourceOfLogins, aStore, takingOf } from './store-logins.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    store: { type: 'string' },
    few: { type: 'string', default: '1000' },
  },
});
const few = Number(values.few);
const many = Number(values.rows);
const ROUNDS = 61;
const next = await aSourceOfLogins();

/** Neither message nor findings: what is looked for is in the indexes, and the disk has to hold a million of them. */
const slim = () => {
  const login = next();
  return {
    ...login,
    diagnosis: { ...login.diagnosis, findings: [] },
    received: { ...login.received, samlResponse: '' },
  };
};

/** @type {Record<string, Record<string, string>>} */
const table = {};
for (const store of values.store === undefined ? ['sqlite', 'postgres'] : [values.store]) {
  const { memory, end } = await aStore(store);
  /** @param {number} count */
  const fill = async (count) => {
    for (let left = count; left > 0; left -= 500) {
      await Promise.all(
        Array.from({ length: Math.min(left, 500) }, slim).map((one) => memory.record(one, takingOf(one))),
      );
    }
  };
  const work = {
    'list, newest page': () => memory.logins.list(),
    'list, accepted only': () => memory.logins.list({ accepted: true }),
    'search, a word in every login': () => memory.logins.list({ search: 'password' }),
    'search, the beginning of ids': () => memory.logins.list({ search: '0' }),
    'search, one person': () => memory.logins.list({ search: 'Person77x@contoso.com' }),
    'search, nothing': () => memory.logins.list({ search: 'nobody' }),
    'insert, one by one': async () => {
      const login = slim();
      await memory.record(login, takingOf(login));
    },
  };
  const measure = async () => {
    const medians = [];
    for (const one of Object.values(work)) {
      const times = [];
      const before = process.cpuUsage();
      for (let round = 0; round < ROUNDS; round++) {
        const start = performance.now();
        await one();
        times.push(performance.now() - start);
      }
      const { user, system } = process.cpuUsage(before);
      const cpu = (user + system) / 1_000 / ROUNDS;
      medians.push({ ms: times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0, cpu });
    }
    return medians;
  };
  await fill(few);
  await measure();
  const before = await measure();
  await fill(many - few);
  await measure();
  const after = await measure();
  for (const [at, name] of Object.keys(work).entries()) {
    const [was, is] = [before[at], after[at]];
    if (!was || !is) continue;
    table[`${store}: ${name}`] = {
      [`${few} logins, ms`]: was.ms.toFixed(2),
      [`${many} logins, ms`]: is.ms.toFixed(2),
      ratio: (is.ms / was.ms).toFixed(2),
      'by CPU of this process': (is.cpu / was.cpu).toFixed(2),
    };
  }
  await end();
}
console.table(table);
