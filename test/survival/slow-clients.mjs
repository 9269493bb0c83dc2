// @ts-check
/** `npm run survive-slow-clients`: clients that begin a request and never end it, and what others notice of them. */
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { aFolder, goodResponse, numberGiven, post, residentMiB, say, startProgram } from './program.mjs';

const clients = numberGiven('clients', 10_000);
const program = await startProgram(aFolder('slow'));
const { port } = new URL(program.url);
const pid = program.child.pid ?? 0;

const HEAD = 'POST /login/saml HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n';
const WORDS = ['', 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ', `${HEAD}Content-Length: 9999\r\n\r\nSAMLResponse=`];
let open = 0;
let failed = 0;
/** @param {number} index */
function slowly(index) {
  // One source address has fewer than 28,000 ports to spare.
  const socket = connect({ host: '127.0.0.1', port: Number(port), localAddress: `127.0.0.${1 + (index % 4)}` });
  socket.on('error', () => undefined);
  socket.resume();
  return new Promise((resolve) => {
    socket.once('connect', () => {
      open += 1;
      socket.write(WORDS[index % WORDS.length] ?? '');
      resolve(undefined);
    });
    socket.once('close', () => {
      if (open > 0) open -= 1;
      else failed += 1;
      resolve(undefined);
    });
  });
}

/** A login of somebody else, in milliseconds; all of them have to be accepted. */
async function logins(/** @type {number} */ count) {
  const took = [];
  for (let index = 0; index < count; index++) {
    const { samlResponse } = await goodResponse();
    const began = performance.now();
    const { status } = await post(program.url, samlResponse);
    if (status !== 302) throw new Error(`a login was answered with ${status}`);
    took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  return `median ${Math.round(took[Math.floor(count / 2)] ?? 0)} ms, slowest ${Math.round(took.at(-1) ?? 0)} ms`;
}

say(`before        ${await logins(50)}; ${Math.round(residentMiB(pid))} MiB`);
const began = performance.now();
for (let index = 0; index < clients; index += 250) {
  await Promise.all(Array.from({ length: Math.min(250, clients - index) }, (_, one) => slowly(index + one)));
}
say(`${open} slow clients connected in ${Math.round(performance.now() - began)} ms, ${failed} could not`);
say(`meanwhile     ${await logins(50)}; ${Math.round(residentMiB(pid))} MiB`);
while (open > 0 && performance.now() - began < 120_000) await delay(250);
say(`all hung up on after ${((performance.now() - began) / 1000).toFixed(0)} s, ${open} left`);
say(`afterwards    ${await logins(50)}; ${Math.round(residentMiB(pid))} MiB`);
program.child.kill('SIGTERM');
await program.ended;
process.exitCode = open === 0 && failed === 0 ? 0 : 1;
