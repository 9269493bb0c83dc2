// @ts-check
/** `npm run survive-kill`: logins at a steady rate, kill -9, a new start on the same file, and what became of each of them. */
import { setTimeout as delay } from 'node:timers/promises';
import { aFolder, goodResponse, numberGiven, post, say, startProgram } from './program.mjs';

const rate = numberGiven('rate', 200);
const seconds = numberGiven('seconds', 5);
const folder = aFolder('killed');

/** @type {Awaited<ReturnType<typeof goodResponse>>[]} */
const prepared = [];
for (let index = 0; index < rate * seconds * 1.5; index++) prepared.push(await goodResponse());
const first = await startProgram(folder);
const began = performance.now();
const killed = delay(seconds * 1000).then(() => first.child.kill('SIGKILL'));
/** @type {Map<string, string>} Assertion → what its sender was told. */
const told = new Map();
/** @param {{ xml: string }} response */
const idOf = ({ xml }) => /<(?:\w+:)?Assertion [^>]*\bID="([^"]+)"/.exec(xml)?.[1] ?? '';
/** @param {typeof prepared[number]} response */
async function send(response) {
  const answer = await post(first.url, response.samlResponse).catch(() => undefined);
  told.set(idOf(response), answer ? `${answer.status}` : 'nothing');
}
/** @type {Set<Promise<void>>} As many as browsers would have open; what is slower than the rate falls behind it. */
const sending = new Set();
const MOST = 32;
for (const [index, response] of prepared.entries()) {
  const due = began + (index * 1000) / rate;
  if (due > performance.now()) await delay(due - performance.now());
  if (first.child.killed) break;
  const one = send(response).finally(() => sending.delete(one));
  sending.add(one);
  if (sending.size >= MOST) await Promise.race(sending);
}
await killed;
await Promise.all(sending);
await first.ended;
const lasted = performance.now() - began;

const restarted = performance.now();
const second = await startProgram(folder);
const ready = performance.now() - restarted;
/** @type {Set<string>} */
const kept = new Set();
for (let after = ''; ; ) {
  const answer = await fetch(`${second.url}/api/v1/logins?accepted=true&limit=500${after && `&after=${after}`}`);
  const page = /** @type {any} */ (await answer.json());
  for (const login of page.logins) kept.add(login.assertion.id);
  if (!page.next) break;
  after = page.next;
}
const acknowledged = [...told].filter(([, how]) => how === '302').map(([id]) => id);
const missing = acknowledged.filter((id) => !kept.has(id));
const unsure = [...told].filter(([, how]) => how !== '302').map(([id]) => id);
let accepted = 0;
let usedUp = 0;
for (const response of prepared.filter((one) => unsure.includes(idOf(one)))) {
  const { status } = await post(second.url, response.samlResponse);
  if (status === 302) accepted += 1;
  else if (!kept.has(idOf(response))) usedUp += 1;
}
second.child.kill('SIGTERM');
await second.ended;
say(`asked for                        ${rate} logins/s for ${seconds} s`);
say(`acknowledged before kill -9      ${acknowledged.length} (${Math.round((acknowledged.length * 1000) / lasted)}/s)`);
say(`acknowledged and missing         ${missing.length}`);
say(
  `on their way when it was killed  ${unsure.length}, of which ${unsure.filter((id) => kept.has(id)).length} were recorded`,
);
say(`sent again and accepted          ${accepted}`);
say(`used up without a record         ${usedUp}`);
say(`start on the same file           ${Math.round(ready)} ms`);
process.exitCode = missing.length + usedUp === 0 ? 0 : 1;
