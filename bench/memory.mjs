// @ts-check
/** What a server holds in memory after so many logins, beside the simplest app that keeps none of them. */
import { startChild } from './child.mjs';
import { makePosts } from './http.mjs';
import { scratch, startOurs, startPassportApp } from './servers.mjs';
import { rounded } from './statistics.mjs';
import { table } from './table.mjs';

const CONNECTIONS = 10;
const PRELOADED = ['--expose-gc', '--import', new URL('heap.mjs', import.meta.url).href];

/** @param {{ logins: number }} options */
export async function measureMemory({ logins }) {
  const settings = await makePosts(logins);
  const folder = scratch();
  const load = startChild([process.execPath, new URL('load.mjs', import.meta.url).pathname]);
  const servers = [
    { name: 'saml-rehearsal, SQLite', start: () => startOurs(settings, folder, [], PRELOADED) },
    { name: 'Express 5 + passport-saml, no store', start: () => startPassportApp(settings, folder, PRELOADED) },
  ];
  const result = [];
  try {
    for (const { name, start } of servers) result.push({ name, ...(await held(name, await start(), load, logins)) });
  } finally {
    load.stop();
  }
  const [ours, app] = result;
  const times = (/** @type {'afterMb' | 'collectedMb'} */ what) =>
    rounded((ours?.[what] ?? Number.NaN) / (app?.[what] ?? Number.NaN));
  const found = { logins, servers: result, times: times('afterMb'), timesCollected: times('collectedMb') };
  const heads = ['server', 'MB at start', 'MB after', 'MB collected', 'of it JavaScript', 'buffers'];
  const rows = result.map((row) => [row.name, row.atStartMb, row.afterMb, row.collectedMb, row.heapMb, row.externalMb]);
  const says = `ours after ${logins} logins: ${found.times} times, collected ${found.timesCollected} times`;
  return { table: `${table(heads, rows)}\n\n${says}`, result: found };
}

/**
 * Resident memory as the system sees it right after the last answer, and once garbage is collected.
 *
 * @param {string} name
 * @param {import('./servers.mjs').Server} server
 * @param {ReturnType<typeof startChild>} load
 * @param {number} logins
 */
async function held(name, server, load, logins) {
  try {
    const atStart = server.residentMb();
    const { statuses } = await load.ask({ port: server.port, from: 0, amount: logins, connections: CONNECTIONS });
    if (statuses['302'] !== logins) throw new Error(`${name} did not take every login: ${JSON.stringify(statuses)}`);
    const after = server.residentMb();
    const found = await server.ask('collect', /held ([\d.]+) ([\d.]+) ([\d.]+)/);
    const [collectedMb, heapMb, externalMb] = found.slice(1).map((mb) => rounded(Number(mb)));
    return { atStartMb: rounded(atStart), afterMb: rounded(after), collectedMb, heapMb, externalMb };
  } finally {
    await server.stop();
  }
}
