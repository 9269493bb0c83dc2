/** preflight looks beyond this machine: the clock of the metadata’s server, what answers, which port is taken. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { judgeClock } from '../../src/cli/preflight/clock-items.js';
import { entraMetadata } from '../entra-metadata.js';
import { inFolder } from './command-line.js';

const { run } = inFolder();
const now = new Date('2026-03-02T09:15:00Z');

describe('preflight with metadata from a server', () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer((_request, response) => {
      response.setHeader('Date', 'Mon, 02 Mar 2026 09:15:00 GMT').end(entraMetadata(['idp']));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metadata`;
  });
  afterAll(() => void server.close());

  it('compares the clocks', async () => {
    const argv = ['preflight', '--idp-metadata', url];
    expect((await run(argv, { now })).out).toContain('agree within a minute');
    const fast = await run(argv, { now: new Date('2026-03-02T09:25:00Z') });
    expect(fast.out).toMatch(/problem {2}This clock is 10 min fast/);
    expect(fast.code).toBe(1);
  });

  it('asks whether each URL answers, and says which does not', async () => {
    const { out, code } = await run(['preflight', '--idp-metadata', url, '--acs', 'http://127.0.0.1:9/login'], { now });
    expect(out).toMatch(/ok {7}Metadata URL: 127\.0\.0\.1:\d+ answers \(200\)/);
    expect(out).toMatch(/warning {2}Reply URL: http:\/\/127\.0\.0\.1:9\/login cannot be reached from this machine/);
    expect(code).toBe(0);
    const quiet = await run(['preflight', '--idp-metadata', url, '--no-reach'], { now });
    expect(quiet.out).not.toContain('answers (');
  });

  it('says which port is taken, and by whom', async () => {
    const taken = String((server.address() as AddressInfo).port);
    const { createHarness } = await import('../../src/index.js');
    const harness = await createHarness();
    const own = new URL(harness.url).port;
    const argv = ['preflight', '--account-code', 'C46A75', '--port'];
    expect((await run([...argv, taken, '--entra-port', '0'], { now })).out).toContain(
      `warning  Port ${taken} is taken by another program.\n         Start with another port: --port`,
    );
    const { out } = await run([...argv, own, '--entra-port', new URL(harness.entra.url).port], { now });
    expect(out.match(/ok {7}On port \d+ a harness is running\./g)).toHaveLength(2);
    await harness.stop();
    expect((await run([...argv, own, '--entra-port', '0'], { now })).out).toContain(`Port ${own} is free.`);
  });

  it('says what went wrong when it cannot be fetched', async () => {
    const { code, err } = await run(['preflight', '--idp-metadata', 'http://127.0.0.1:9/x']);
    expect(code).toBe(2);
    expect(err).toContain('METADATA_UNREACHABLE');
  });
});

describe('The clock', () => {
  it.each([
    [0, 'ok'],
    [90_000, 'warning'],
    [-200_000, 'problem'],
  ])('off by %d ms is %s', (off, status) => expect(judgeClock(0, off).status).toBe(status));
});
