import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { systemClock, systemRandom } from '../../src/clock.js';
import { createAuthority, createHostCertificate, type HostCertificate } from '../../src/tls/authority.js';
import { storedAuthority } from '../../src/tls/stored-authority.js';

const sources = { clock: systemClock, random: systemRandom };
const HOSTS = ['eu-api.mimecast.com', 'localhost'];

/** Asks a real TLS server that shows `leaf` for `host`, trusting `ca` and nothing else. */
async function ask(host: string, leaf: HostCertificate, ca: string): Promise<string> {
  const server = createServer({ key: leaf.privateKeyPem, cert: leaf.certificatePem }, (_q, r) => r.end('rehearsal'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    return await new Promise((resolve) => {
      const { port } = server.address() as AddressInfo;
      const asked = request(
        { host: '127.0.0.1', port, servername: host, headers: { host }, ca, agent: false },
        (answer) => {
          answer.setEncoding('utf8').on('data', resolve);
        },
      );
      asked.on('error', (error) => resolve(`refused: ${error.message}`)).end();
    });
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}

describe('The local certificate authority', () => {
  it('makes a certificate a TLS client accepts for the vendor host it was made for', async () => {
    const authority = await createAuthority(HOSTS, sources);
    const leaf = await createHostCertificate(authority, ['eu-api.mimecast.com', 'localhost', '127.0.0.1'], sources);
    expect(await ask('eu-api.mimecast.com', leaf, authority.certificatePem)).toBe('rehearsal');
    expect(await ask('localhost', leaf, authority.certificatePem)).toBe('rehearsal');
  });

  it('cannot vouch for any other host, even if somebody steals it and tries', async () => {
    const authority = await createAuthority(HOSTS, sources);
    const leaf = await createHostCertificate(authority, ['bank.example'], sources);
    expect(await ask('bank.example', leaf, authority.certificatePem)).toBe('refused: permitted subtree violation');
  });

  it('signs leaves that live for a week', async () => {
    const authority = await createAuthority(HOSTS, sources);
    const leaf = new X509Certificate((await createHostCertificate(authority, ['localhost'], sources)).certificatePem);
    const days = (new Date(leaf.validTo).getTime() - new Date(leaf.validFrom).getTime()) / 86_400_000;
    expect(Math.round(days)).toBe(7);
  });
});

describe('The authority kept in the data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'authority-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps its key to its owner', async () => {
    await storedAuthority(join(folder, 'tls'), HOSTS, sources);
    expect((statSync(join(folder, 'tls', 'local-authority.key')).mode & 0o777).toString(8)).toBe('600');
  });

  it('is the same one at the next start', async () => {
    const first = await storedAuthority(folder, HOSTS, sources);
    expect(await storedAuthority(folder, HOSTS, sources)).toMatchObject({ certificatePem: first.certificatePem });
  });

  it('is made anew for other hosts, and when it has expired', async () => {
    const first = await storedAuthority(folder, HOSTS, sources);
    const other = await storedAuthority(folder, ['us-api.mimecast.com'], sources);
    expect(other.certificatePem).not.toBe(first.certificatePem);
    const later = { ...sources, clock: { now: () => new Date(Date.now() + 400 * 86_400_000) } };
    const renewed = await storedAuthority(folder, ['us-api.mimecast.com'], later);
    expect(renewed.certificatePem).not.toBe(other.certificatePem);
    expect(readFileSync(join(folder, 'local-authority.names'), 'utf8')).toContain('us-api.mimecast.com');
    expect(readFileSync(join(folder, 'local-authority.pem'), 'utf8')).toMatch(/^-----BEGIN CERTIFICATE-----/);
  });
});
