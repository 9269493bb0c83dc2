import { createHash, X509Certificate } from 'node:crypto';
import { HarnessError } from '../errors.js';
import { decodeBase64 } from './base64.js';
import { oncePerText } from './once-per-text.js';
import type { Certificate } from './parties.js';

/**
 * The certificate in these DER bytes. An IdP has a handful, and each is parsed once: that costs far more than looking it up.
 *
 * @throws HarnessError `CERTIFICATE_UNREADABLE` when the bytes are not one X.509 certificate with a key this Node.js knows.
 */
export function certificateFromDer(der: Uint8Array): Certificate {
  return parsed(Buffer.from(der).toString('base64'));
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

const parsed = oncePerText((base64) => parse(Buffer.from(base64, 'base64')), { most: 256, longest: 64 * 1024 });

function parse(der: Uint8Array): Certificate {
  try {
    const read = new X509Certificate(der);
    if (read.raw.length !== der.length) throw new Error(`${der.length - read.raw.length} bytes follow the certificate`);
    const notBefore = new Date(read.validFrom);
    const notAfter = new Date(read.validTo);
    // OpenSSL takes a certificate whose times are none, and writes "Bad time value".
    if (Number.isNaN(notBefore.getTime()) || Number.isNaN(notAfter.getTime())) {
      throw new Error('its validity is not two instants');
    }
    return {
      pem: read.toString(),
      publicKey: read.publicKey,
      subject: oneLine(read.subject),
      issuer: oneLine(read.issuer),
      serialNumber: read.serialNumber,
      notBefore,
      notAfter,
      thumbprintSha1: thumbprint(der, 'sha1'),
      thumbprintSha256: thumbprint(der, 'sha256'),
    };
  } catch (error) {
    throw unreadable('The bytes given are not an X.509 certificate.', error);
  }
}

function thumbprint(der: Uint8Array, hash: 'sha1' | 'sha256'): string {
  return createHash(hash).update(der).digest('hex').toUpperCase();
}

/** Node writes one part of a name per line. */
function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ');
}
