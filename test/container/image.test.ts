/**
 * The container's steps outside Docker, in the everyday run with the packages that are here; `npm run container-check` installs
 * them with the Dockerfile's own `npm ci`, and checks docker-compose.yml against the schema of Compose.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { importMessages } from '../../src/import/import-messages.js';
import { type Contained, image, layOut, run } from './an-image.js';

const TOKEN = 'a-token-for-this-test-alone';

async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return String(port);
}

const post = (url: string, fields: Record<string, string>) =>
  fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });

describe('What the image holds, started as the image starts it', () => {
  let root = '';
  let contained: Contained;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'image-'));
    layOut(root, process.env['CONTAINER_CHECK'] === 'npm ci' ? 'npm ci' : 'those here');
    contained = await run(root, {
      SAML_REHEARSAL_PORT: await freePort(),
      SAML_REHEARSAL_ENTRA_PORT: '0',
      SAML_REHEARSAL_TOKEN: TOKEN,
      SAML_REHEARSAL_I_KNOW_THIS_IS_A_TEST_IDP: 'true',
      SAML_REHEARSAL_JSON: 'true',
    });
  }, 300_000);
  afterAll(async () => {
    await contained?.stop();
    rmSync(root, { recursive: true, force: true });
  });

  it('is healthy, by its own health command', () => {
    expect(contained.healthy()).toBe(true);
  });

  it('takes a first login, from the sign-on page to the portal', async () => {
    const { url } = contained.facts;
    const [request] = importMessages(await (await fetch(`${url}/login/saml?email=B.Simon@contoso.com`)).text());
    const samlRequest = Buffer.from(request?.xml ?? '').toString('base64');
    const atEntra = await post(`${request?.sentTo}&auto=1`, { SAMLRequest: samlRequest });
    const [response] = importMessages(await atEntra.text());
    const landed = await post(response?.sentTo ?? '', { SAMLResponse: response?.received.samlResponse ?? '' });
    expect([landed.status, landed.headers.get('location')]).toEqual([302, '/portal']);
    const listed = await fetch(`${url}/api/v1/logins`, { headers: { authorization: `Bearer ${TOKEN}` } });
    expect(await listed.json()).toMatchObject({ logins: [{ accepted: true, user: { email: 'B.Simon@contoso.com' } }] });
    expect((await fetch(`${url}/api/v1/logins`)).status).toBe(401);
  });

  it('writes to its data folder alone, for its own user', () => {
    const kept = readdirSync(join(root, 'data'));
    expect(kept).toContain('logins.db');
    expect(statSync(join(root, 'data', 'logins.db')).mode & 0o777).toBe(0o600);
    expect(statSync(join(root, 'app')).mode & 0o222).toBe(0);
    expect(statSync(join(root, 'data', 'logins.db')).uid).toBe(process.getuid?.() || 1000);
  });

  it('ends with 0 on SIGTERM, and is not healthy then', async () => {
    expect(await contained.stop()).toBe(0);
    expect(contained.healthy()).toBe(false);
  });
});

describe('The Dockerfile', () => {
  it('runs as a numbered user who is not root, and says what it is', () => {
    expect(image.user()).toBe('1000:1000');
    const version = JSON.parse(readFileSync('package.json', 'utf8')).version;
    expect(readFileSync('Dockerfile', 'utf8')).toContain(`ARG VERSION=${version}`);
    for (const label of ['title', 'description', 'licenses', 'version', 'revision'])
      expect(image.labels()).toContain(`org.opencontainers.image.${label}=`);
  });

  it('copies nothing that .dockerignore keeps out', () => {
    const letIn = readFileSync('.dockerignore', 'utf8')
      .split('\n')
      .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
    const copied = [...readFileSync('Dockerfile', 'utf8').matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap((line) =>
      (line[1] ?? '').split(' '),
    );
    expect(copied.length).toBeGreaterThan(0);
    expect(copied.filter((path) => !letIn.includes(path.split('/')[0] ?? ''))).toEqual([]);
    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
  });
});

interface Service {
  readonly image: string;
  readonly profiles?: readonly string[];
  readonly depends_on?: readonly string[] | Record<string, unknown>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly read_only?: boolean;
  readonly environment?: Record<string, string>;
}

const byDefault = (text: string) => text.replace(/\$\{\w+:-([^}]*)\}/g, '$1');
/** Made by whoever runs a team's harness. */
const CERTIFICATE = './.saml-rehearsal/team.pem';

describe('docker-compose.yml', () => {
  const { services, volumes } = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
    services: Record<string, Service>;
    volumes: Record<string, unknown>;
  };
  const ours = Object.values(services).filter(({ image: name }) => name === 'saml-rehearsal');

  it('starts one harness with its logins in a volume, and with the profile team two on PostgreSQL behind a proxy', () => {
    const inProfile = (profile?: string) =>
      Object.keys(services).filter((name) => services[name]?.profiles?.[0] === profile);
    expect(inProfile()).toEqual(['saml-rehearsal']);
    expect(services['saml-rehearsal']?.volumes).toEqual(['logins:/data']);
    expect(inProfile('team')).toEqual(['replica-1', 'replica-2', 'postgres', 'proxy']);
    expect(services['replica-1']).toEqual(services['replica-2']);
    expect(services['replica-1']?.environment?.['SAML_REHEARSAL_STORE']).toMatch(/^postgres:.*@postgres:5432\//);
  });

  it('names only services, volumes and files that are there', () => {
    for (const { depends_on = [], volumes: mounts = [] } of Object.values(services)) {
      const needed = Array.isArray(depends_on) ? depends_on : Object.keys(depends_on);
      expect(needed.filter((name) => !(name in services))).toEqual([]);
      const sources = mounts
        .map((mount) => byDefault(mount).split(':')[0] ?? '')
        .filter((from) => from !== CERTIFICATE);
      expect(sources.filter((from) => (from.startsWith('./') ? !existsSync(from) : !(from in volumes)))).toEqual([]);
    }
  });

  it('shows nothing to other machines unless told, and gives every harness a read-only root', () => {
    const published = Object.values(services).flatMap(({ ports = [] }) => ports);
    expect(published.filter((port) => !/^(127\.0\.0\.1:|\$\{TEAM_ADDRESS:-127\.0\.0\.1\}:)/.test(port))).toEqual([]);
    expect(ours.map(({ read_only }) => read_only)).toEqual([true, true, true]);
  });

  it('sets only variables that a harness knows', async () => {
    const { SETTINGS, variableOf } = await import('../../src/config/settings.js');
    const known = SETTINGS.map(({ key }) => variableOf(key));
    const set = ours.flatMap(({ environment = {} }) => Object.keys(environment));
    expect(set.filter((name) => !known.includes(name))).toEqual([]);
  });
});
