/** A verbatim rehearsal in any browser: the PAC file, and the proxy it names. */
import { request } from 'node:http';
import { get } from 'node:https';
import type { Socket } from 'node:net';
import { connect } from 'node:tls';
import { createContext, runInContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHarness, type Harness } from '../../src/index.js';

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness({ verbatim: true });
});
afterAll(() => harness.stop());

/** What the proxy answers to CONNECT, and the connection that it opened. */
function connectTo(target: string): Promise<{ status: number; socket: Socket }> {
  const { hostname, port } = new URL(harness.url);
  return new Promise((resolve, reject) => {
    request({ host: hostname, port, method: 'CONNECT', path: target, agent: false })
      .once('connect', ({ statusCode = 0 }, socket) => resolve({ status: statusCode, socket }))
      .once('error', reject)
      .end();
  });
}

/** A page of the vendor's host as a browser with this proxy and this authority gets it. */
async function pageThroughProxy(host: string, path: string): Promise<string> {
  const { socket } = await connectTo(`${host}:443`);
  const ca = harness.verbatim?.authorityPem ?? '';
  return new Promise((resolve, reject) => {
    const createConnection = () => connect({ socket, servername: host, ca });
    get({ host, path, headers: { host }, createConnection }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve(text));
    }).once('error', reject);
  });
}

describe('The proxy of a verbatim rehearsal', () => {
  it('leads the vendor’s host names here, over TLS that the local authority vouches for', async () => {
    const page = await pageThroughProxy('eu-api.mimecast.com', '/login/saml');
    expect(page).toContain('This page stands in for Mimecast’s sign-on page.');
  });

  it.each(['login.microsoftonline.com:443', 'eu-api.mimecast.com:25', 'login-eu.mimecast.com:443', '127.0.0.1:22'])(
    'connects nobody to %s',
    async (target) => {
      const { status, socket } = await connectTo(target);
      socket.destroy();
      expect(status).toBe(403);
    },
  );

  it('is named by the PAC file for these hosts, and for no other', async () => {
    const answer = await fetch(`${harness.url}/setup/rehearsal.pac`);
    expect(answer.headers.get('content-type')).toContain('application/x-ns-proxy-autoconfig');
    const context = createContext({});
    runInContext(await answer.text(), context);
    const proxyFor = (host: string) => runInContext(`FindProxyForURL("https://${host}/", "${host}")`, context);
    expect(proxyFor('eu-api.mimecast.com')).toBe(`PROXY ${new URL(harness.url).host}`);
    expect(proxyFor('login.microsoftonline.com')).toBe('DIRECT');
  });

  it('comes with the authority to trust meanwhile', async () => {
    const answer = await fetch(`${harness.url}/setup/local-authority.pem`);
    expect(await answer.text()).toBe(harness.verbatim?.authorityPem);
  });

  it('is not there in a rehearsal under local names', async () => {
    const local = await createHarness();
    const pac = await fetch(`${local.url}/setup/rehearsal.pac`);
    expect([pac.status, await pac.text()]).toEqual([404, expect.stringContaining('Start it with --verbatim.')]);
    await local.stop();
  });
});
