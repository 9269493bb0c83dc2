/** What may be fetched by URL, and from where. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { fetchMetadata } from '../../src/harness/fetch-metadata.js';
import { isPrivateAddress } from '../../src/harness/private-network.js';
import { createHarness } from '../../src/index.js';

let servers: Server[] = [];
afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
});
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((done) => server.once('listening', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const refusal = (url: string, options = {}) =>
  fetchMetadata(url, options).then(
    () => 'fetched',
    (error: Error) => error.message,
  );

describe('Metadata is fetched', () => {
  it('over http from this machine, through a redirect', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(302, { location: '/new' }).end();
      else response.end('<x/>');
    });
    expect(await fetchMetadata(`${url}/old`)).toBe('<x/>');
  });

  it('not over http from elsewhere, and not with another scheme', async () => {
    expect(await refusal('http://login.example/x')).toBe(
      'http://login.example/x is not fetched: plain http is only for this machine.',
    );
    expect(await refusal('file:///etc/passwd')).toBe('file:///etc/passwd is not an http or https URL.');
  });

  it('not through a redirect to another scheme or to plain http elsewhere', async () => {
    for (const location of ['file:///etc/passwd', 'http://10.0.0.1/x']) {
      const url = await serve((_request, response) => void response.writeHead(302, { location }).end());
      expect(await refusal(url)).toBe(`${location} is not fetched: plain http is only for this machine.`);
    }
  });

  it('not through redirects without end, not over 1 MiB, and not when the server has none', async () => {
    const circle = await serve((_request, response) => void response.writeHead(302, { location: '/' }).end());
    expect(await refusal(circle)).toContain('it redirects more than 3 times');
    const large = await serve((_request, response) => void response.end('x'.repeat(1024 * 1024 + 1)));
    expect(await refusal(large)).toContain('it is larger than 1 MiB');
    const missing = await serve((_request, response) => void response.writeHead(404).end());
    expect(await refusal(missing)).toContain('the server answered 404');
  });
});

describe('A harness that others can reach', () => {
  const shared = { refusePrivate: true };

  it.each(['10.1.2.3', '172.31.0.1', '192.168.0.1', '169.254.169.254', '127.0.0.1', '[::1]', '[fd00::1]', '[fe80::1]'])(
    'fetches nothing from %s',
    async (host) => {
      expect(await refusal(`https://${host}/x`, shared)).toBe(
        `https://${host}/x is not fetched: ${host} is an address of a private network, and this harness can be reached by others.`,
      );
    },
  );

  it.each(['https://2130706433/', 'https://0x7f.1/', 'https://[::ffff:10.0.0.1]/', 'https://[64:ff9b::a00:1]/'])(
    'sees through the spelling %s',
    async (url) => expect(await refusal(url, shared)).toContain('private network'),
  );

  it('resolves a name first, and asks none that has a private address among its addresses', async () => {
    const resolve = async () => [
      { address: '203.0.113.7', family: 4 },
      { address: '169.254.169.254', family: 4 },
    ];
    expect(await refusal('https://idp.example/x', { ...shared, resolve })).toBe(
      'https://idp.example/x is not fetched: idp.example (169.254.169.254) is an address of a private network, and this harness can be reached by others.',
    );
  });

  it('does so for the Authentication Profile, too, but still imports from its own stand-in', async () => {
    const token = 'a-long-enough-token';
    const harness = await createHarness({ host: '0.0.0.0', token, iKnowThisIsATestIdp: true });
    const { profile } = harness.serviceProvider;
    await expect(profile.import({ metadataUrl: 'https://192.168.1.1/metadata' })).rejects.toMatchObject({
      code: 'METADATA_UNREACHABLE',
    });
    const { issuer } = await profile.import({ metadataUrl: harness.entra.metadataUrl() });
    expect(issuer).toBe(harness.entra.issuer);
    await harness.stop();
  });
});

describe('An address', () => {
  it.each(['8.8.8.8', '172.32.0.1', '2603:1026::1', 'login.microsoftonline.com'])('%s is not private', (address) =>
    expect(isPrivateAddress(address)).toBe(false),
  );
});
