import type { X509Certificate } from '@peculiar/x509';
import type { Clock, Random } from '../clock.js';
import { createKeyPair, exportPrivateKey, importPrivateKey, SIGNING } from './key-pair.js';
import { loadX509 } from './load-x509.js';
import { nameConstraints } from './name-constraints.js';

const DAY = 86_400_000;
const AUTHORITY_DAYS = 365;
/** Leaves live a week and are made again at each start that needs one: a lost key is soon worthless. */
const LEAF_DAYS = 7;
/** Clocks of browsers differ a little from ours. */
const BACKDATE = 3_600_000;

/** Certificate and PKCS #8 private key, both PEM. */
export interface KeyAndCertificate {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

export interface HostCertificate extends KeyAndCertificate {
  /** Base64 of SHA-256 over the SubjectPublicKeyInfo: what Chromium's `--ignore-certificate-errors-spki-list` wants. */
  readonly spkiFingerprint: string;
  readonly notAfter: Date;
}

/** A certificate authority for this machine only, constrained to the given DNS names, loopback included; valid one year. */
export async function createAuthority(
  dnsNames: readonly string[],
  { clock, random }: { readonly clock: Clock; readonly random: Random },
): Promise<KeyAndCertificate> {
  const x509 = await loadX509();
  const keys = await createKeyPair();
  const now = clock.now().getTime();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(random),
    name: 'CN=saml-rehearsal local authority, OU=this machine only',
    notBefore: new Date(now - BACKDATE),
    notAfter: new Date(now + AUTHORITY_DAYS * DAY),
    keys,
    signingAlgorithm: SIGNING,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await nameConstraints(dnsNames),
    ],
  });
  return { certificatePem: `${certificate.toString('pem')}\n`, privateKeyPem: await exportPrivateKey(keys.privateKey) };
}

/** A server certificate for these hosts (names or loopback addresses), signed by the authority; valid a week. */
export async function createHostCertificate(
  authority: KeyAndCertificate,
  hosts: readonly [string, ...string[]],
  { clock, random }: { readonly clock: Clock; readonly random: Random },
): Promise<HostCertificate> {
  const x509 = await loadX509();
  const issuer = new x509.X509Certificate(authority.certificatePem);
  const keys = await createKeyPair();
  const now = clock.now().getTime();
  const notAfter = new Date(Math.min(now + LEAF_DAYS * DAY, issuer.notAfter.getTime()));
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(random),
    subject: `CN=${hosts[0]}`,
    issuer: issuer.subject,
    notBefore: new Date(now - BACKDATE),
    notAfter,
    publicKey: keys.publicKey,
    signingKey: await importPrivateKey(authority.privateKeyPem),
    signingAlgorithm: SIGNING,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(hosts.map(alternativeName)),
      await x509.AuthorityKeyIdentifierExtension.create(issuer),
    ],
  });
  return {
    certificatePem: `${certificate.toString('pem')}\n`,
    privateKeyPem: await exportPrivateKey(keys.privateKey),
    spkiFingerprint: await spkiFingerprint(certificate),
    notAfter,
  };
}

async function spkiFingerprint(certificate: X509Certificate): Promise<string> {
  const { createHash } = await import('node:crypto');
  return createHash('sha256').update(new Uint8Array(certificate.publicKey.rawData)).digest('base64');
}

/** Positive and 127 bits long, so that no encoder has to pad it. */
function serialNumber(random: Random): string {
  const bytes = random.bytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return Buffer.from(bytes).toString('hex');
}

function alternativeName(value: string): { type: 'ip' | 'dns'; value: string } {
  return { type: /^[\d.]+$|:/.test(value) ? 'ip' : 'dns', value };
}
