/** `node bench/stores.mjs [--count 1000]`: accepted logins recorded per second, one by one and ten at once, on SQLite and PostgreSQL. */
import { parseArgs } from 'node:util';
import { aSourceOfLogins, aStore, takingOf } from './store-logins.mjs';

const { values } = parseArgs({ options: { count: { type: 'string', default: '1000' }, store: { type: 'string' } } });
const count = Number(values.count);
const next = await aSourceOfLogins();
/** @type {Record<string, Record<string, number>>} */
const results = {};
for (const store of values.store === undefined ? ['sqlite', 'postgres'] : [values.store]) {
  const { memory, end } = await aStore(store);
  /**
   * @param {number} atOnce
   * @param {readonly import('./store-logins.mjs').AnsweredLogin[]} logins
   */
  const many = async (atOnce, logins) => {
    let at = 0;
    const start = performance.now();
    const worker = async () => {
      while (at < logins.length) {
        const login = logins[at++];
        if (login) await memory.record(login, takingOf(login));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return logins.length / ((performance.now() - start) / 1_000);
  };
  const made = () => Array.from({ length: count }, next);
  await many(10, made());
  /** @type {Map<number, number[]>} */
  const rounds = new Map([1, 10, 50].map((atOnce) => [atOnce, []]));
  for (let round = 0; round < 5; round++) {
    for (const [atOnce, list] of rounds) list.push(await many(atOnce, made()));
  }
  results[store] = Object.fromEntries(
    [...rounds].map(([atOnce, list]) => [`${atOnce} at once`, Math.round(list.sort((a, b) => a - b)[2] ?? 0)]),
  );
  await end();
}
console.table(results);
console.log(
  'Logins of about 40 KB recorded per second, with what search finds them by and the assertion they use up; median of 5.',
);
