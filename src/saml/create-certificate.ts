import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import { certificateFromDer } from './certificate.js';
import type { Certificate } from './parties.js';
import { privateKeyFromPem } from './private-key.js';

const ENTRA_COMMON_NAME = 'Microsoft Azure Federated SSO Certificate';
const ENTRA_YEARS = 3;
const OID = { commonName: '2.5.4.3', sha256WithRsa: '1.2.840.113549.1.1.11', ecdsaWithSha256: '1.2.840.10045.4.3.2' };

/** Loads what certificates are written with: as long as making a key takes another thread, this one has the time. */
export async function loadCertificateWriter(): Promise<void> {
  await import('@peculiar/asn1-x509');
  await import('@peculiar/asn1-schema');
}

export interface CertificatePlan {
  /** RSA or EC, PEM. Signs the certificate and is the key certified. */
  readonly privateKeyPem: string;
  readonly notBefore: Date;
  /** Default: three calendar years after `notBefore`, as Entra does. */
  readonly notAfter?: Date;
  /** 16 random bytes; the top bit is cleared, because a serial number is positive. */
  readonly serialNumber: Uint8Array;
  /** Default: the name Entra gives its signing certificates. */
  readonly commonName?: string;
}

/**
 * A self-signed certificate as Entra ID makes them for SAML applications: X.509 v3 without extensions, subject and issuer only a
 * common name, SHA-256. Source: nine captured certificates of 2018 to 2025, all alike.
 */
export async function createSelfSignedCertificate(plan: CertificatePlan): Promise<Certificate> {
  const { Certificate: AsnCertificate } = await import('@peculiar/asn1-x509');
  const { AsnConvert } = await import('@peculiar/asn1-schema');
  const privateKey = privateKeyFromPem(plan.privateKeyPem);
  const signatureAlgorithm = await algorithmOf(privateKey);
  const tbsCertificate = await toBeSigned(plan, privateKey, signatureAlgorithm);
  const signatureValue = sign('sha256', Buffer.from(AsnConvert.serialize(tbsCertificate)), privateKey);
  const certificate = new AsnCertificate({
    tbsCertificate,
    signatureAlgorithm,
    signatureValue: bufferOf(signatureValue),
  });
  return certificateFromDer(Buffer.from(AsnConvert.serialize(certificate)));
}

async function toBeSigned(
  plan: CertificatePlan,
  privateKey: KeyObject,
  signature: Awaited<ReturnType<typeof algorithmOf>>,
) {
  const { SubjectPublicKeyInfo, TBSCertificate, Validity, Version } = await import('@peculiar/asn1-x509');
  const { AsnConvert } = await import('@peculiar/asn1-schema');
  const { notBefore, notAfter = yearsLater(notBefore, ENTRA_YEARS), commonName = ENTRA_COMMON_NAME } = plan;
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const name = await nameOf(commonName);
  return new TBSCertificate({
    version: Version.v3,
    serialNumber: positive(plan.serialNumber),
    signature,
    issuer: name,
    validity: new Validity({ notBefore, notAfter }),
    subject: name,
    subjectPublicKeyInfo: AsnConvert.parse(publicKey, SubjectPublicKeyInfo),
  });
}

async function nameOf(commonName: string) {
  const { AttributeTypeAndValue, AttributeValue, Name, RelativeDistinguishedName } = await import(
    '@peculiar/asn1-x509'
  );
  const isPrintable = /^[A-Za-z0-9 '()+,\-./:=?]*$/.test(commonName);
  const value = new AttributeValue(isPrintable ? { printableString: commonName } : { utf8String: commonName });
  return new Name([new RelativeDistinguishedName([new AttributeTypeAndValue({ type: OID.commonName, value })])]);
}

async function algorithmOf(key: KeyObject) {
  const { AlgorithmIdentifier } = await import('@peculiar/asn1-x509');
  const isRsa = key.asymmetricKeyType === 'rsa';
  // RFC 3279, 2.2.1: the parameters of RSA are NULL, those of ECDSA absent.
  return isRsa
    ? new AlgorithmIdentifier({ algorithm: OID.sha256WithRsa, parameters: bufferOf(Uint8Array.of(5, 0)) })
    : new AlgorithmIdentifier({ algorithm: OID.ecdsaWithSha256 });
}

function yearsLater(from: Date, years: number): Date {
  const later = new Date(from);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
}

/** A DER integer without superfluous bytes: positive, and not beginning with a zero byte. */
function positive(serialNumber: Uint8Array): ArrayBuffer {
  const bytes = Uint8Array.from(serialNumber);
  bytes[0] = (bytes[0] ?? 0) & 0x7f || 1;
  return bufferOf(bytes);
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
