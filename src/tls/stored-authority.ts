import { X509Certificate } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock, Random } from '../clock.js';
import { createAuthority, type KeyAndCertificate } from './authority.js';

const CERTIFICATE = 'local-authority.pem';
const PRIVATE_KEY = 'local-authority.key';
/** What it was made for; beside the certificate, so that the file holds nothing that some trust store stumbles over. */
const NAMES = 'local-authority.names';

/**
 * The authority kept in `folder`, made on first need and again when it has expired or was made for other names.
 * The key file is readable by its owner only.
 */
export async function storedAuthority(
  folder: string,
  dnsNames: readonly string[],
  sources: { readonly clock: Clock; readonly random: Random },
): Promise<KeyAndCertificate> {
  const kept = await readAuthority(folder);
  if (kept && isCurrent(kept, sources.clock) && kept.dnsNames === dnsNames.join(' ')) return kept;
  const made = await createAuthority(dnsNames, sources);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const keyFile = join(folder, PRIVATE_KEY);
  await writeFile(keyFile, made.privateKeyPem, { mode: 0o600 });
  await chmod(keyFile, 0o600);
  await writeFile(join(folder, CERTIFICATE), made.certificatePem, { mode: 0o600 });
  await writeFile(join(folder, NAMES), `${dnsNames.join(' ')}\n`, { mode: 0o600 });
  return made;
}

async function readAuthority(folder: string): Promise<(KeyAndCertificate & { dnsNames: string }) | undefined> {
  try {
    const [certificatePem = '', privateKeyPem = '', dnsNames = ''] = await Promise.all(
      [CERTIFICATE, PRIVATE_KEY, NAMES].map((name) => readFile(join(folder, name), 'utf8')),
    );
    return { certificatePem, privateKeyPem, dnsNames: dnsNames.trim() };
  } catch {
    return undefined;
  }
}

function isCurrent({ certificatePem }: KeyAndCertificate, clock: Clock): boolean {
  try {
    return new Date(new X509Certificate(certificatePem).validTo) > clock.now();
  } catch {
    return false;
  }
}
