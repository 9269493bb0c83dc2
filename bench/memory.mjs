// @ts-check
/** What a server holds in memory after so many logins, beside the simplest app that keeps none of them. */
import { startChild } from './child.mjs';
import { makePosts } from './http.mjs';
import { scratch, startOurs, startPassportApp } from './servers.mjs';
import { rounded } from './statistics.mjs';
import { table } from './table.mjs';

const LOGINS = 10_000;

export async function measureMemory() {
  const settings = await makePosts(LOGINS);
  const folder = scratch();
  const load = startChild([process.execPath, new URL('load.mjs', import.meta.url).pathname]);
  const servers = [
    { name: 'saml-rehearsal, SQLite', server: await startOurs(settings, folder) },
    { name: 'Express 5 + passport-saml, no store', server: await startPassportApp(settings, folder) },
  ];
  try {
    const result = [];
    for (const { name, server } of servers) {
      const atStart = server.residentMb();
      await load.ask({ port: server.port, from: 0, amount: LOGINS, connections: 10 });
      result.push({ name, atStartMb: rounded(atStart), afterMb: rounded(server.residentMb()), logins: LOGINS });
    }
    const [ours, app] = result;
    const times = rounded((ours?.afterMb ?? Number.NaN) / (app?.afterMb ?? Number.NaN));
    const rows = result.map(({ name, atStartMb, afterMb }) => [name, atStartMb, afterMb]);
    const head = ['server', 'MB at start', `MB after ${LOGINS.toLocaleString('en')} logins`];
    return { table: `${table(head, rows)}\n\nours: ${times} times`, result: { servers: result, times } };
  } finally {
    load.stop();
    for (const { server } of servers) await server.stop();
  }
}
