// @ts-check
/** The load, from a process of its own: posts so many different responses over so many connections, each once. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import autocannon from 'autocannon';

const bodies = readFileSync(new URL('.cache/posts.txt', import.meta.url), 'utf8').split('\n');

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await post(JSON.parse(line)))}\n`);
}

/** @param {{ port: number, from: number, amount: number, connections: number }} order `from`: the first body of this run */
async function post({ port, from, amount, connections }) {
  /** @type {number[]} milliseconds */
  const took = [];
  /** @type {Record<string, number>} */
  const statuses = {};
  let next = from;
  let begin = 0;
  let end = 0;
  const { errors, timeouts } = await autocannon({
    url: `http://127.0.0.1:${port}/login/saml`,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    connections,
    amount,
    // A machine that others use too may keep a post waiting for long; it is measured all the same.
    timeout: 60,
    requests: [{ setupRequest: (request) => ({ ...request, body: bodies[next++ % bodies.length] ?? '' }) }],
    setupClient: (client) => {
      begin ||= performance.now();
      client.on('response', (status, _bytes, ms) => {
        statuses[status] = (statuses[status] ?? 0) + 1;
        took.push(ms);
        end = performance.now();
      });
    },
  });
  return { took, statuses, errors, timeouts, wallMs: end - begin };
}
