import { X509Certificate } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock, Random } from '../clock.js';
import { createAuthority, type KeyAndCertificate } from './authority.js';

const CERTIFICATE = 'local-authority.pem';
const PRIVATE_KEY = 'local-authority.key';

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
  await writeFile(join(folder, CERTIFICATE), `# for: ${dnsNames.join(' ')}\n${made.certificatePem}`);
  return made;
}

async function readAuthority(folder: string): Promise<(KeyAndCertificate & { dnsNames: string }) | undefined> {
  try {
    const [certificate, privateKeyPem] = await Promise.all([
      readFile(join(folder, CERTIFICATE), 'utf8'),
      readFile(join(folder, PRIVATE_KEY), 'utf8'),
    ]);
    const dnsNames = /^# for: (.*)$/m.exec(certificate)?.[1] ?? '';
    return { certificatePem: certificate.replace(/^#.*\n/, ''), privateKeyPem, dnsNames };
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
