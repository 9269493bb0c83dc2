/** Clients that take their time, and the limits that end it. The same with 10,000 of them: npm run survive-slow-clients. */
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { HTTP_LIMITS } from '../../src/harness/http-server.js';
import { type Listening, listen } from '../../src/harness/listen.js';
import { createHarness } from '../../src/index.js';

const SLOW = 300;
const MORE_THAN_SOCKETS_HOLD = 32 * 1024 * 1024;
const IMPATIENT = {
  ...HTTP_LIMITS,
  headersTimeout: 50,
  requestTimeout: 100,
  connectionsCheckingInterval: 20,
  idleTimeout: 150,
};

const HEADERS = 'POST /login/saml HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n';
const NEVER_ENDING = {
  'sends nothing': '',
  'never ends its headers': 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ',
  'never ends its body': `${HEADERS}Content-Length: 1000\r\n\r\nSAMLResponse=`,
  'never ends its chunks': `${HEADERS}Transfer-Encoding: chunked\r\n\r\n5\r\nSAMLR\r\n`,
};

/** Connects, says this much and nothing more; `ended` is what the server said until it hung up. */
async function slowly(port: number, words: string): Promise<{ socket: Socket; ended: Promise<string> }> {
  const socket = connect({ port, host: '127.0.0.1' });
  let said = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  socket.on('error', () => undefined);
  const ended = new Promise<string>((resolve) => socket.once('close', () => resolve(said)));
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  if (words !== '') socket.write(words);
  return { socket, ended };
}

describe('Slow clients', () => {
  let served: Listening | undefined;
  const serve = async (listener: RequestListener, limits = IMPATIENT) => {
    served = await listen(listener, '127.0.0.1', 0, '--port', undefined, limits);
    return served.port;
  };
  afterEach(async () => {
    await served?.close();
    served = undefined;
  });

  it.each(Object.entries(NEVER_ENDING))('one that %s is hung up on', async (_how, words) => {
    const port = await serve((request, response) => void request.on('end', () => response.end('read')).resume());
    const { ended } = await slowly(port, words);
    expect(await ended).toMatch(
      words === '' ? /^(HTTP\/1\.1 408 Request Timeout\r\n[\s\S]*)?$/ : /^HTTP\/1\.1 408 Request Timeout\r\n/,
    );
  });

  it('one that does not read the answer is hung up on', async () => {
    let hungUp: () => void = () => undefined;
    const isHungUpOn = new Promise<void>((resolve) => {
      hungUp = resolve;
    });
    const port = await serve((_request, response) => {
      response.once('close', hungUp);
      response.end(Buffer.alloc(MORE_THAN_SOCKETS_HOLD));
    });
    const { socket, ended } = await slowly(port, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    socket.pause();
    await isHungUpOn;
    socket.resume();
    expect((await ended).length).toBeLessThan(MORE_THAN_SOCKETS_HOLD);
  });

  it(`${SLOW} of them at once do not keep others waiting, and leave nothing behind`, async () => {
    await using harness = await createHarness({ entra: false });
    const port = Number(new URL(harness.url).port);
    const words = Object.values(NEVER_ENDING);
    const all = [];
    for (let index = 0; index < SLOW; index++) all.push(await slowly(port, words[index % words.length] ?? ''));
    expect((await fetch(`${harness.url}/livez`)).status).toBe(200);
    expect((await fetch(`${harness.url}/`)).status).toBe(200);
    for (const { socket } of all) socket.destroy();
    expect((await harness.logins.list()).logins).toEqual([]);
  });

  it('more than the server takes are turned away, and there is room again when some have gone', async () => {
    const port = await serve((_request, response) => void response.end('here'), { ...HTTP_LIMITS, maxConnections: 2 });
    const [first, second] = [await slowly(port, ''), await slowly(port, '')];
    const third = await slowly(port, 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    expect(await third.ended).toBe('');
    first?.socket.destroy();
    await first?.ended;
    second?.socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    expect(await second?.ended).toContain('here');
    const fourth = await slowly(port, 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    expect(await fourth.ended).toContain('here');
  });
});

describe('The limits of a server', () => {
  const page = readFileSync('docs/what-it-survives.md', 'utf8');
  it.each([
    ['from the first byte of a request to its headers', `${HTTP_LIMITS.headersTimeout / 1000} s`],
    ['from the first byte of a request to its last', `${HTTP_LIMITS.requestTimeout / 1000} s`],
    ['between an answer and the next request', `${HTTP_LIMITS.keepAliveTimeout / 1000} s`],
    ['without a byte in either direction', `${HTTP_LIMITS.idleTimeout / 1000} s`],
    ['size of the headers', `${HTTP_LIMITS.maxHeaderSize / 1024} KiB`],
    ['connections at once, of each of the listeners', HTTP_LIMITS.maxConnections.toLocaleString('en')],
    ['what is under way when it is told to stop', `${HTTP_LIMITS.grace / 1000} s`],
  ])('%s are as the page says: %s', (what, value) => {
    expect(page.replace(/ +/g, ' ')).toContain(`| ${what} | ${value} |`);
  });
});
