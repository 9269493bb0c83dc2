/** Keys and certificates for tests, made once per machine and kept under node_modules/.cache, never in the repository. */
import { generateKeyPairSync } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { systemRandom } from '../src/clock.js';
import { createSelfSignedCertificate } from '../src/saml/create-certificate.js';
import { generateRsaKey } from '../src/saml/generate-rsa-key.js';

export interface TestKey {
  readonly privateKeyPem: string;
  readonly certificatePem: string;
}

/** When the certificates begin: long before `GOOD_AT`; Entra's last three years. */
const CERTIFIED_AT = new Date('2025-06-01T08:00:00Z');

const NAMES = {
  /** The key the IdP signs with and publishes. */
  idp: {},
  /** A second one of the same application, for rollover. */
  'idp-next': {},
  /** One the SP has never heard of, with a certificate that looks like Entra's. */
  rogue: {},
  /** The service provider's: decrypts assertions, signs requests. */
  sp: { commonName: 'Service provider under test' },
  'other-sp': { commonName: 'Another service provider' },
  /** A key of the tenant, as tenant-wide metadata publishes it. */
  tenant: { commonName: 'accounts.accesscontrol.windows.net' },
  ec: { curve: 'P-256' },
} as const satisfies Record<string, { commonName?: string; curve?: string }>;

export type TestKeyName = keyof typeof NAMES;

const folder = resolve('node_modules/.cache/saml-rehearsal/keys-1');
const keys = new Map(
  await Promise.all((Object.keys(NAMES) as TestKeyName[]).map(async (name) => [name, await keep(name)] as const)),
);

/** The same key in every test of this machine. */
export function testKey(name: TestKeyName): TestKey {
  const key = keys.get(name);
  if (!key) throw new Error(`no test key ${name}`);
  return key;
}

async function keep(name: TestKeyName): Promise<TestKey> {
  const path = join(folder, `${name}.json`);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    const made = await make(NAMES[name]);
    mkdirSync(folder, { recursive: true });
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(made), { mode: 0o600 });
    publish(draft, path);
    return JSON.parse(readFileSync(path, 'utf8'));
  }
}

/** Two workers may make the same key at once: the first one stays. */
function publish(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
}

async function make({ commonName, curve }: { commonName?: string; curve?: string }): Promise<TestKey> {
  const privateKeyPem = curve ? ecKey(curve) : await generateRsaKey();
  const certificate = await createSelfSignedCertificate({
    privateKeyPem,
    notBefore: CERTIFIED_AT,
    serialNumber: systemRandom.bytes(16),
    ...(commonName !== undefined && { commonName }),
  });
  return { privateKeyPem, certificatePem: certificate.pem };
}

function ecKey(namedCurve: string): string {
  return generateKeyPairSync('ec', { namedCurve }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
