import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHarness } from '../../dist/index.js';
import { createBrowser } from './browser.mjs';
import { startPeer } from './peer.mjs';

/** The account of the peer's only service provider. */
const ENTITY_ID = 'https://eu-api.mimecast.com/sso/C46A75';
const EMAIL = 'alice@example.com';

/** SimpleSAMLphp (PHP) as the IdP, ours as its service provider. */
export async function simpleSamlPhpJourneys(report) {
  const folder = await mkdtemp(join(tmpdir(), 'saml-rehearsal-interop-'));
  const port = await freePort();
  const acsUrl = `http://localhost:${port}/login/saml`;
  const idp = await startPeer('simplesamlphp-idp', 'IdP at', {
    WORK: folder,
    ACS_OVERRIDE: acsUrl,
    SP_ENTITY_ID: ENTITY_ID,
  });
  try {
    for (const requestBinding of ['HTTP-Redirect', 'HTTP-POST']) {
      await report(`Our service provider takes a login from SimpleSAMLphp, request by ${requestBinding}`, async () => {
        const harness = await createHarness({
          port,
          requestBinding,
          entra: false,
          entityId: ENTITY_ID,
          acsUrl,
          idpMetadata: join(folder, 'idp-metadata.xml'),
          addresses: [{ email: EMAIL, globalName: 'Alice Example', roles: [] }],
        });
        try {
          await signIn(harness);
        } finally {
          await harness.stop();
        }
      });
    }
  } finally {
    await idp.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function signIn(harness) {
  const browser = createBrowser({ username: 'alice', password: 'alicepw' });
  const page = await browser.visit(`${harness.url}/login/saml?email=${encodeURIComponent(EMAIL)}`);
  if (!/Signed in as/.test(page.html)) throw new Error(`${page.status} at ${page.url}: ${await why(harness)}`);
}

async function why(harness) {
  const [login] = await harness.logins.list({ limit: 1 });
  const failed =
    login?.diagnosis?.findings.filter(({ status }) => status !== 'pass' && status !== 'not-applicable') ?? [];
  return failed.map(({ id, summary }) => `${id} (${summary ?? ''})`).join('; ') || 'no login arrived';
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
