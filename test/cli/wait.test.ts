/** wait asks in pieces; what comes between two of them is not missed. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { inFolder } from './command-line.js';

const { run } = inFolder();

it('wait asks again from the login that was the newest when it began', async () => {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url.replace('/api/v1/logins', ''));
    if (url.includes('/next')) response.writeHead(204).end();
    else response.setHeader('Content-Type', 'application/json').end('{"logins":[{"id":"m1"}]}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { err } = await run(['wait', '--url', url, '--timeout', '60']);
  await new Promise((done) => server.close(done));
  expect(err).toContain('NO_LOGIN: No login came within 60 seconds.');
  expect(asked).toEqual(['?limit=1', '/next?timeout=50&after=m1', '/next?timeout=10&after=m1']);
});
