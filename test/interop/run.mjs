// @ts-check
/**
 * Logins with software that is not ours: mod_auth_mellon (C, lasso) as a service provider of our stand-in, SimpleSAMLphp (PHP) as
 * the identity provider of our service provider. `npm run interop`; each is skipped by name where it cannot be had.
 */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createHarness } from '../../dist/harness.js';
import { browser, samlForm } from './small-browser.mjs';

const peers = resolve(process.env['SAML_REHEARSAL_PEERS'] ?? '../shared/peers');
const folder = mkdtempSync(join(tmpdir(), 'interop-'));
// Apache reads the metadata as another user.
chmodSync(folder, 0o755);
const MELLON = 'http://127.0.0.1:18090';
const MELLON_ENTITY = 'https://eu-api.mimecast.com/sso/C46A75';
let failed = 0;

/** @param {string} name @param {boolean} good @param {string} detail */
function report(name, good, detail) {
  if (!good) failed += 1;
  process.stdout.write(`${good ? 'PASS' : 'FAIL'} ${name}: ${detail}\n`);
}

/**
 * Starts a peer and waits until it says that it is there.
 * @param {string} script @param {Record<string, string>} env @param {RegExp} ready
 */
async function startPeer(script, env, ready) {
  const file = join(peers, script);
  if (!existsSync(file)) return { absent: `no ${file}` };
  const child = spawn('bash', [file, 'serve'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  const up = await new Promise((settle) => {
    const hear = (/** @type {Buffer} */ data) => {
      said += data;
      if (ready.test(said)) settle(true);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => settle(false));
  });
  const stop = () => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGTERM');
    } catch {
      // It has ended by itself.
    }
  };
  return up ? { stop } : { absent: `it did not start: ${said.trim().split('\n').slice(-3).join(' | ')}` };
}

/** The application as the portal makes it. */
const PLAIN = /** @type {const} */ ({
  signingOption: 'Sign SAML assertion',
  signingAlgorithm: 'SHA-256',
  tokenEncryptionCertificate: null,
  requireVerificationCertificates: false,
  verificationCertificates: [],
});

/**
 * @param {string} certificate Of mod_auth_mellon.
 * @returns {[string, Parameters<import('../../dist/harness.js').Harness['entra']['updateApplication']>[0]][]}
 */
function variants(certificate) {
  const encrypted = { tokenEncryptionCertificate: certificate };
  return [
    ['assertion signed', {}],
    ['response signed', { signingOption: 'Sign SAML response' }],
    ['both signed', { signingOption: 'Sign SAML response and assertion' }],
    ['SHA-1', { signingAlgorithm: 'SHA-1' }],
    ['encrypted', encrypted],
    ['encrypted and both signed', { ...encrypted, signingOption: 'Sign SAML response and assertion' }],
    ['signed requests required', { requireVerificationCertificates: true, verificationCertificates: [certificate] }],
  ];
}

/** @param {string} name */
async function mellonSignsIn(name) {
  const open = browser();
  const first = await open(`${MELLON}/secret/`);
  const signIn = await open(`${first.url}&login_hint=B.Simon@contoso.com&auto=1`);
  const posted = samlForm(signIn.text);
  const home = await open(posted.action || MELLON, posted.fields);
  report(
    name,
    home.text.includes('"nameID":"B.Simon@contoso.com"'),
    `${home.status} ${home.text.trim().slice(0, 200)}`,
  );
}

async function mellon() {
  const harness = await createHarness({
    entityId: MELLON_ENTITY,
    acsUrl: `${MELLON}/mellon/postResponse`,
  });
  const metadata = join(folder, 'stand-in-metadata.xml');
  writeFileSync(metadata, (await harness.entra.metadata()).replace(/^\uFEFF/, ''));
  const work = join(folder, 'mellon');
  const peer = await startPeer('mellon-sp/setup.sh', { IDP_METADATA: metadata, WORK: work }, /protected:/);
  if (!peer.stop) {
    process.stdout.write(`SKIPPED mod_auth_mellon: ${peer.absent}\n`);
    return harness.stop();
  }
  try {
    for (const [name, change] of variants(readFileSync(join(work, 'sp.crt'), 'utf8'))) {
      harness.entra.updateApplication({ ...PLAIN, ...change });
      await mellonSignsIn(`stand-in → mod_auth_mellon, SP-initiated, ${name}`);
    }
    harness.entra.updateApplication(PLAIN);
    const unsolicited = await harness.entra.answer({ kind: 'idp-initiated', user: 'Adele.Vance@contoso.com' });
    if (unsolicited.kind !== 'post')
      return report('stand-in → mod_auth_mellon, IdP-initiated', false, JSON.stringify(unsolicited));
    const another = browser();
    await another(
      unsolicited.acsUrl,
      new URLSearchParams([
        ...unsolicited.fields.map(([name, value]) => [name, value]),
        ['RelayState', `${MELLON}/secret/`],
      ]),
    );
    const second = await another(`${MELLON}/secret/`);
    report(
      'stand-in → mod_auth_mellon, IdP-initiated',
      second.text.includes('"nameID":"Adele.Vance@contoso.com"'),
      second.text.trim().slice(0, 200),
    );
  } finally {
    peer.stop();
    await harness.stop();
  }
}

async function simpleSamlPhp() {
  const work = join(folder, 'ssp');
  const address = { email: 'alice@example.com', globalName: 'Alice', roles: [] };
  const port = 17010;
  const url = `http://localhost:${port}`;
  const spMetadata = join(folder, 'sp-metadata.xml');
  writeFileSync(spMetadata, '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata"/>');
  const env = {
    WORK: work,
    SP_METADATA_FILE: spMetadata,
    SP_ENTITY_ID: `${url}/sso/C46A75`,
    ACS_OVERRIDE: `${url}/login/saml`,
  };
  const peer = await startPeer('simplesamlphp-idp/setup.sh', env, /IdP at/);
  if (!peer.stop) {
    process.stdout.write(`SKIPPED SimpleSAMLphp: ${peer.absent}\n`);
    return;
  }
  try {
    const harness = await createHarness({
      port,
      entra: false,
      idpMetadata: join(work, 'idp-metadata.xml'),
      addresses: [address],
    });
    const idp = 'http://127.0.0.1:18082';
    try {
      await drive(
        'SimpleSAMLphp → our service provider, SP-initiated',
        harness,
        `${url}/login/saml?email=alice@example.com`,
      );
      await drive(
        'SimpleSAMLphp → our service provider, IdP-initiated',
        harness,
        `${idp}/saml2/idp/SSOService.php?spentityid=${encodeURIComponent(env.SP_ENTITY_ID)}`,
      );
    } finally {
      await harness.stop();
    }
  } finally {
    peer.stop();
  }
}

/** @param {string} name @param {import('../../dist/harness.js').Harness} harness @param {string} start */
async function drive(name, harness, start) {
  const open = browser();
  let page = await open(start);
  for (let step = 0; step < 8 && !page.text.includes('Signed in as'); step++) {
    const saml = samlForm(page.text);
    if (saml.action) page = await open(new URL(saml.action, page.url).href, saml.fields);
    else if (page.text.includes('type="password"')) page = await open(page.url, passwordForm(page.text));
    else break;
  }
  const [login] = (await harness.logins.list({ limit: 1 })).logins;
  const why =
    login?.state === 'answered' ? (login.diagnosis.rootCause ?? 'accepted') : `no login; ${page.status} at ${page.url}`;
  report(name, page.text.includes('Signed in as') && login?.accepted === true, why);
}

/** The IdP's own sign-in form, filled in. @param {string} html */
function passwordForm(html) {
  const hidden = [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
    /name="([^"]+)"/.exec(tag)?.[1] ?? '',
    (/value="([^"]*)"/.exec(tag)?.[1] ?? '').replaceAll('&amp;', '&'),
  ]);
  return new URLSearchParams([...hidden, ['username', 'alice'], ['password', 'alicepw']]);
}

try {
  await mellon();
  await simpleSamlPhp();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);
