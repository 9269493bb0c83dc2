import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, systemRandom } from '../../dist/clock.js';
import { createEntraStandIn } from '../../dist/entra/stand-in.js';
import { keysInMemory } from '../../dist/harness/key-folder.js';
import { createEntraApp } from '../../dist/http/entra/app.js';
import { createBrowser } from './browser.mjs';
import { startPeer } from './peer.mjs';

const BASE = 'http://127.0.0.1:18090';
const USER = 'B.Simon@contoso.com';

/** mod_auth_mellon (Apache, lasso) as the service provider, the stand-in as its IdP. */
export async function mellonJourneys(report) {
  const folder = await mkdtemp(join(tmpdir(), 'saml-rehearsal-interop-'));
  // Apache's own user has to read in it.
  await chmod(folder, 0o755);
  const { entra, close } = await startStandIn();
  const metadata = join(folder, 'idp-metadata.xml');
  await writeFile(metadata, await entra.metadata());
  let mellon;
  try {
    mellon = await startPeer('mellon-sp', 'protected:', { IDP_METADATA: metadata, WORK: join(folder, 'mellon') });
    const certificate = await readFile(join(folder, 'mellon', 'sp.crt'), 'utf8');
    for (const [name, change] of variants(certificate)) {
      entra.updateApplication({ ...PLAIN, ...change });
      entra.enqueue({ user: USER });
      await report(`mod_auth_mellon signs in at the stand-in: ${name}`, () =>
        signIn(createBrowser(), `${BASE}/secret/`),
      );
    }
    entra.updateApplication(PLAIN);
    entra.enqueue({ user: USER });
    await report('mod_auth_mellon takes a login that the stand-in starts', async () => {
      const browser = createBrowser();
      await browser.visit(new URL('/launch', entra.loginUrl()).href);
      return signIn(browser, `${BASE}/secret/`);
    });
  } finally {
    await mellon?.stop();
    close();
    await rm(folder, { recursive: true, force: true });
  }
}

const PLAIN = {
  signingOption: 'Sign SAML assertion',
  signingAlgorithm: 'SHA-256',
  tokenEncryptionCertificate: null,
  requireVerificationCertificates: false,
  verificationCertificates: [],
};

function variants(certificate) {
  const encrypted = { tokenEncryptionCertificate: certificate };
  return [
    ['assertion signed', {}],
    ['response signed', { signingOption: 'Sign SAML response' }],
    ['both signed', { signingOption: 'Sign SAML response and assertion' }],
    ['SHA-1', { signingAlgorithm: 'SHA-1' }],
    ['encrypted', encrypted],
    ['encrypted, both signed', { ...encrypted, signingOption: 'Sign SAML response and assertion' }],
    ['signed requests required', { requireVerificationCertificates: true, verificationCertificates: [certificate] }],
  ];
}

async function signIn(browser, url) {
  const page = await browser.visit(url);
  if (!page.html.includes(`"nameID":"${USER}"`))
    throw new Error(`${page.status} at ${page.url}: ${page.html.slice(0, 300)}`);
}

/** @returns The stand-in, listening on a free port. */
async function startStandIn() {
  const sources = { clock: systemClock, random: systemRandom };
  let origin = '';
  const entra = createEntraStandIn({
    ...sources,
    keys: keysInMemory(),
    origin: () => origin,
    application: {
      identifiers: ['https://eu-api.mimecast.com/sso/C46A75'],
      replyUrls: [`${BASE}/mellon/postResponse`],
    },
  });
  const server = createServer(createEntraApp(entra, sources));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${server.address().port}`;
  return { entra, close: () => server.close() };
}
