// @ts-check
/** How the time of `diagnose` grows with what a message is made of, and how long the largest posts hold up the server. */
import { dimensions } from './big-messages.mjs';
import { makeSettings } from './documents.mjs';
import { scratch, startOurs } from './servers.mjs';
import { exponent, rounded } from './statistics.mjs';
import { table } from './table.mjs';
import { create } from './validators/ours.mjs';

const STEPS = [1 / 64, 1 / 16, 1 / 4, 1 / 2, 1];

/** @param {{ rounds: number }} options */
export async function measureGrowth({ rounds }) {
  const keys = await makeSettings();
  const validate = create(keys.settings);
  const folder = scratch();
  const server = await startOurs(keys.settings, folder, [], ['--import', new URL('delay.mjs', import.meta.url).href]);
  try {
    const result = [];
    for (const { what, most, make } of dimensions) {
      const messages = STEPS.map((share) => base64(make(Math.max(1, Math.floor(most * share)), keys)));
      const points = [];
      for (const message of messages)
        points.push(/** @type {const} */ ([message.length, await fastest(() => validate(message), rounds)]));
      const [, last = 0] = points.at(-1) ?? [];
      const delays = [];
      for (let round = 0; round < 5; round++) delays.push(await delayOf(server, messages.at(-1) ?? ''));
      result.push({
        what,
        most,
        kilobytes: Math.round((messages.at(-1) ?? '').length / 1024),
        ms: rounded(last),
        exponent: rounded(exponent(points)),
        blockedMs: rounded(Math.min(...delays)),
      });
    }
    return { table: asTable(result), result };
  } finally {
    await server.stop();
  }
}

/**
 * The fastest of some runs: whatever else runs on the machine only adds to it.
 *
 * @param {() => Promise<unknown>} work
 * @param {number} rounds
 */
async function fastest(work, rounds) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < Math.max(rounds * 2, 10); round++) {
    const begin = performance.now();
    await work();
    best = Math.min(best, performance.now() - begin);
  }
  return best;
}

/**
 * The longest time in which the server did nothing else while it took this post.
 *
 * @param {import('./servers.mjs').Server} server
 * @param {string} message
 */
async function delayOf(server, message) {
  await server.ask('reset', /reset/);
  const body = new URLSearchParams({ SAMLResponse: message });
  const answer = await fetch(`http://127.0.0.1:${server.port}/login/saml`, {
    method: 'POST',
    body,
    redirect: 'manual',
  });
  await answer.arrayBuffer();
  return Number((await server.ask('delay', /delay ([\d.]+)/))[1]);
}

/** @param {string} xml */
function base64(xml) {
  return Buffer.from(xml).toString('base64');
}

/** @param {readonly Record<string, any>[]} results */
function asTable(results) {
  const heads = ['what grows', 'up to', 'KB posted', 'ms', 'exponent over bytes', 'server held up ms'];
  return table(
    heads,
    results.map((row) => [row['what'], row['most'], row['kilobytes'], row['ms'], row['exponent'], row['blockedMs']]),
  );
}
