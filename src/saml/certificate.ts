import { createHash, X509Certificate } from 'node:crypto';
import { HarnessError } from '../errors.js';
import { decodeBase64 } from './base64.js';
import type { Certificate } from './parties.js';

/** Parsing costs far more than looking up; an IdP has a handful of certificates, a hostile message may bring any number. */
const MAX_KEPT = 256;
const kept = new Map<string, Certificate>();

/**
 * The certificate in these DER bytes, parsed once.
 *
 * @throws HarnessError `CERTIFICATE_UNREADABLE` when the bytes are not one X.509 certificate with a key this Node.js knows.
 */
export function certificateFromDer(der: Uint8Array): Certificate {
  const thumbprint = createHash('sha256').update(der).digest('hex').toUpperCase();
  const known = kept.get(thumbprint);
  if (known) return known;
  const certificate = parse(der, thumbprint);
  if (kept.size >= MAX_KEPT) for (const oldest of [...kept.keys()].slice(0, MAX_KEPT / 2)) kept.delete(oldest);
  kept.set(thumbprint, certificate);
  return certificate;
}

/**
 * The certificate in a PEM block, or in the base64 of one without its header lines.
 *
 * @throws HarnessError `CERTIFICATE_UNREADABLE`.
 */
export function certificateFromPem(pem: string): Certificate {
  const base64 = pem.replace(/-----(BEGIN|END) [A-Z0-9 ]*CERTIFICATE-----/g, '').replace(/\s+/g, '');
  const decoded = decodeBase64(base64);
  if (!decoded) throw unreadable('The certificate is not base64.');
  return certificateFromDer(decoded.bytes);
}

/** Base64 of the DER bytes in one line, as XML Signature and metadata carry it. */
export function certificateBase64(certificate: Pick<Certificate, 'pem'>): string {
  return certificate.pem.replace(/-----(BEGIN|END) CERTIFICATE-----|\s+/g, '');
}

/** What every unreadable certificate becomes. */
export function unreadable(message: string, cause?: unknown): HarnessError {
  return new HarnessError(
    'CERTIFICATE_UNREADABLE',
    message,
    'Give the certificate as PEM, DER, bare base64 or federation metadata XML; in Entra: Single sign-on > SAML Certificates > Certificate (Base64).',
    { cause },
  );
}

function parse(der: Uint8Array, thumbprintSha256: string): Certificate {
  try {
    const parsed = new X509Certificate(der);
    if (parsed.raw.length !== der.length)
      throw new Error(`${der.length - parsed.raw.length} bytes follow the certificate`);
    const notBefore = new Date(parsed.validFrom);
    const notAfter = new Date(parsed.validTo);
    // OpenSSL takes a certificate whose times are none, and writes "Bad time value".
    if (Number.isNaN(notBefore.getTime()) || Number.isNaN(notAfter.getTime())) {
      throw new Error('its validity is not two instants');
    }
    return {
      pem: parsed.toString(),
      publicKey: parsed.publicKey,
      subject: oneLine(parsed.subject),
      issuer: oneLine(parsed.issuer),
      serialNumber: parsed.serialNumber,
      notBefore,
      notAfter,
      thumbprintSha1: createHash('sha1').update(der).digest('hex').toUpperCase(),
      thumbprintSha256,
    };
  } catch (error) {
    throw unreadable('The bytes given are not an X.509 certificate.', error);
  }
}

/** Node writes one part of a name per line. */
function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ');
}
