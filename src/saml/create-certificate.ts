import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { GeneralizedTime, Sequence, UTCTime } from 'asn1js';
import { certificateFromDer } from './certificate.js';
import type { Certificate } from './parties.js';
import { privateKeyFromPem } from './private-key.js';

const ENTRA_COMMON_NAME = 'Microsoft Azure Federated SSO Certificate';
const ENTRA_YEARS = 3;
const OID = { commonName: '2.5.4.3', sha256WithRsa: '1.2.840.113549.1.1.11', ecdsaWithSha256: '1.2.840.10045.4.3.2' };

/** Loads what certificates are written with: as long as making a key takes another thread, this one has the time. */
export async function loadCertificateWriter(): Promise<void> {
  await import('asn1js');
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
  const asn1 = await import('asn1js');
  const privateKey = privateKeyFromPem(plan.privateKeyPem);
  const toBeSigned = toBeSignedOf(asn1, plan, privateKey);
  const signature = sign('sha256', Buffer.from(toBeSigned.toBER()), privateKey);
  const signatureValue = new asn1.BitString({ valueHex: signature });
  const certificate = new asn1.Sequence({ value: [toBeSigned, algorithmOf(asn1, privateKey), signatureValue] });
  return certificateFromDer(Buffer.from(certificate.toBER()));
}

type Asn1 = typeof import('asn1js');

/** RFC 5280, 4.1: the fields of TBSCertificate, in order. */
function toBeSignedOf(asn1: Asn1, plan: CertificatePlan, privateKey: KeyObject): Sequence {
  const { notBefore, notAfter = yearsLater(notBefore, ENTRA_YEARS), commonName = ENTRA_COMMON_NAME } = plan;
  const version3 = new asn1.Constructed({
    idBlock: { tagClass: 3, tagNumber: 0 },
    value: [new asn1.Integer({ value: 2 })],
  });
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return new asn1.Sequence({
    value: [
      version3,
      new asn1.Integer({ valueHex: positive(plan.serialNumber) }),
      algorithmOf(asn1, privateKey),
      nameOf(asn1, commonName),
      new asn1.Sequence({ value: [timeOf(asn1, notBefore), timeOf(asn1, notAfter)] }),
      nameOf(asn1, commonName),
      asn1.fromBER(publicKey).result,
    ],
  });
}

function nameOf(asn1: Asn1, commonName: string): Sequence {
  const isPrintable = /^[A-Za-z0-9 '()+,\-./:=?]*$/.test(commonName);
  const value = isPrintable
    ? new asn1.PrintableString({ value: commonName })
    : new asn1.Utf8String({ value: commonName });
  const type = new asn1.ObjectIdentifier({ value: OID.commonName });
  return new asn1.Sequence({
    value: [new asn1.Set({ value: [new asn1.Sequence({ value: [type, value] })] })],
  });
}

function algorithmOf(asn1: Asn1, { asymmetricKeyType }: KeyObject): Sequence {
  const isRsa = asymmetricKeyType === 'rsa';
  const algorithm = new asn1.ObjectIdentifier({ value: isRsa ? OID.sha256WithRsa : OID.ecdsaWithSha256 });
  // RFC 3279, 2.2.1: the parameters of RSA are NULL, those of ECDSA absent.
  return new asn1.Sequence({ value: isRsa ? [algorithm, new asn1.Null()] : [algorithm] });
}

/** RFC 5280, 4.1.2.5: UTCTime through 2049, GeneralizedTime from 2050 on; never fractions of a second. */
function timeOf(asn1: Asn1, at: Date): UTCTime | GeneralizedTime {
  const valueDate = new Date(Math.floor(at.getTime() / 1000) * 1000);
  return at.getUTCFullYear() < 2050 ? new asn1.UTCTime({ valueDate }) : new asn1.GeneralizedTime({ valueDate });
}

function yearsLater(from: Date, years: number): Date {
  const later = new Date(from);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
}

/** A DER integer without superfluous bytes: positive, and not beginning with a zero byte. */
function positive(serialNumber: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(serialNumber);
  bytes[0] = (bytes[0] ?? 0) & 0x7f || 1;
  return bytes;
}
