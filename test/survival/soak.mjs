// @ts-check
/**
 * `npm run soak`: what comes in within a day, in five minutes: logins good and bad, junk, logins that are begun and never ended,
 * readers of the inspector and listeners to live updates that come and go. Prints what the program holds, every minute.
 */
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { aFolder, goodResponse, numberGiven, post, say, startProgram } from './program.mjs';

const minutes = numberGiven('minutes', 5);
/** Kept logins fill up to here; from then on memory and file have to stay as they are. */
const RETAINED = 1_000;
const folder = aFolder('soak');
const program = await startProgram(folder, {
  flags: ['--retain', String(RETAINED), '--log-level', 'silent'],
  node: ['--expose-gc', '--import', resolve('test/survival/tell-memory.mjs')],
  ipc: true,
});
const { url, child } = program;
const counts = { accepted: 0, refused: 0, junk: 0, begun: 0, pages: 0, listeners: 0, failed: 0 };

const good = async () => {
  const { samlResponse } = await goodResponse();
  counts[(await post(url, samlResponse)).status === 302 ? 'accepted' : 'failed'] += 1;
  return samlResponse;
};
const replayed = async () => {
  const samlResponse = await good();
  counts[(await post(url, samlResponse)).status === 403 ? 'refused' : 'failed'] += 1;
};
const junk = async () => {
  counts[
    (await post(url, Buffer.from(`<junk>${Math.random()}</junk>`).toString('base64'))).status === 403
      ? 'junk'
      : 'failed'
  ] += 1;
};
const begun = async () => {
  const answer = await fetch(`${url}/login/saml?email=B.Simon@contoso.com`, { redirect: 'manual' });
  await answer.arrayBuffer();
  counts[answer.status < 400 ? 'begun' : 'failed'] += 1;
};
const pages = async () => {
  for (const path of ['/', '/logins/latest', '/setup', '/api/v1/logins?limit=20']) {
    const answer = await fetch(url + path);
    await answer.arrayBuffer();
    counts[answer.ok ? 'pages' : 'failed'] += 1;
  }
};
const listener = async () => {
  const gone = new AbortController();
  await fetch(`${url}/api/v1/events`, { signal: gone.signal });
  counts.listeners += 1;
  gone.abort();
};
const day = [good, good, good, good, replayed, junk, begun, begun, good, listener, good, pages];

/** Heap after a garbage collection, resident memory, and the file of logins, in MiB. */
async function held() {
  child.send?.('memory');
  const [usage] = /** @type {[NodeJS.MemoryUsage]} */ (await once(child, 'message'));
  const size = ['logins.db', 'logins.db-wal'].map((name) => statSync(join(folder, 'data', name)).size);
  const [heap, external, rss, file] = [usage.heapUsed, usage.external, usage.rss, size.reduce((a, b) => a + b, 0)].map(
    (bytes) => bytes / 2 ** 20,
  );
  return { heap: heap ?? 0, external: external ?? 0, rss: rss ?? 0, file: file ?? 0 };
}

const began = performance.now();
const print = (
  /** @type {string} */ when,
  /** @type {Awaited<ReturnType<typeof held>>} */ { heap, external, rss, file },
) => {
  const logins = counts.accepted + counts.refused + counts.junk;
  const memory = `heap ${heap.toFixed(1)}  external ${external.toFixed(1)}  resident ${rss.toFixed(0)}  file ${file.toFixed(1)} MiB`;
  say(`${when.padEnd(9)} ${String(logins).padStart(6)} logins  ${memory}`);
};
print('start', await held());
/** @type {Awaited<ReturnType<typeof held>>[]} */
const marks = [];
let end = false;
const client = async (/** @type {number} */ first) => {
  for (let at = first; !end; at++) {
    await day[at % day.length]?.().catch(() => {
      counts.failed += 1;
    });
  }
};
const clients = Array.from({ length: 4 }, (_, index) => client(index * 3));
for (let minute = 1; minute <= minutes; minute++) {
  const due = began + minute * 60_000;
  await new Promise((done) => setTimeout(done, due - performance.now()));
  const mark = await held();
  marks.push(mark);
  print(`${minute} min`, mark);
}
end = true;
await Promise.all(clients);
const last = await held();
print('end', last);
say(
  Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(', '),
);
child.kill('SIGTERM');
const [code] = await program.ended;
// The first minutes ask for every page once and fill what is kept.
const settled = marks[Math.min(1, marks.length - 1)];
const grown = last.heap - (settled?.heap ?? 0);
say(`heap, from the second minute to the end: ${grown >= 0 ? '+' : ''}${grown.toFixed(1)} MiB; exit code ${code}`);
process.exitCode = grown < 5 && counts.failed === 0 && code === 0 ? 0 : 1;
