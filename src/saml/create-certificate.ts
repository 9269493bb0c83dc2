import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import { certificateFromDer } from './certificate.js';
import type { Certificate } from './parties.js';
import { privateKeyFromPem } from './private-key.js';
import { der, derInteger, derObjectIdentifier, derTime, TAG } from './write-der.js';

const ENTRA_COMMON_NAME = 'Microsoft Azure Federated SSO Certificate';
const ENTRA_YEARS = 3;
const OID = { commonName: '2.5.4.3', sha256WithRsa: '1.2.840.113549.1.1.11', ecdsaWithSha256: '1.2.840.10045.4.3.2' };

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
  const privateKey = privateKeyFromPem(plan.privateKeyPem);
  const algorithm = algorithmOf(privateKey);
  const toBeSigned = toBeSignedOf(plan, privateKey, algorithm);
  const signature = der(TAG.bitString, NO_UNUSED_BITS, sign('sha256', toBeSigned, privateKey));
  return certificateFromDer(der(TAG.sequence, toBeSigned, algorithm, signature));
}

const NO_UNUSED_BITS = Uint8Array.of(0);
const VERSION_3 = der(TAG.context0, derInteger(Uint8Array.of(2)));

/** RFC 5280, 4.1: the fields of TBSCertificate, in order. */
function toBeSignedOf(plan: CertificatePlan, privateKey: KeyObject, algorithm: Buffer): Buffer {
  const { notBefore, notAfter = yearsLater(notBefore, ENTRA_YEARS), commonName = ENTRA_COMMON_NAME } = plan;
  const name = nameOf(commonName);
  return der(
    TAG.sequence,
    VERSION_3,
    derInteger(positive(plan.serialNumber)),
    algorithm,
    name,
    der(TAG.sequence, derTime(notBefore), derTime(notAfter)),
    name,
    createPublicKey(privateKey).export({ type: 'spki', format: 'der' }),
  );
}

function nameOf(commonName: string): Buffer {
  const isPrintable = /^[A-Za-z0-9 '()+,\-./:=?]*$/.test(commonName);
  const value = der(isPrintable ? TAG.printableString : TAG.utf8String, Buffer.from(commonName));
  return der(TAG.sequence, der(TAG.set, der(TAG.sequence, derObjectIdentifier(OID.commonName), value)));
}

function algorithmOf(key: KeyObject): Buffer {
  // RFC 3279, 2.2.1: the parameters of RSA are NULL, those of ECDSA absent.
  return key.asymmetricKeyType === 'rsa'
    ? der(TAG.sequence, derObjectIdentifier(OID.sha256WithRsa), der(TAG.null))
    : der(TAG.sequence, derObjectIdentifier(OID.ecdsaWithSha256));
}

function yearsLater(from: Date, years: number): Date {
  const later = new Date(from);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
}

function positive(serialNumber: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(serialNumber);
  bytes[0] = (bytes[0] ?? 0) & 0x7f || 1;
  return bytes;
}
