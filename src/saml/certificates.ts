import { createPrivateKey } from 'node:crypto';
import { HarnessError } from '../errors.js';
import { decodeBase64 } from './base64.js';
import { certificateFromDer, certificateFromPem, unreadable } from './certificate.js';

export { certificateBase64, certificateFromDer, certificateFromPem } from './certificate.js';

import { certificateTexts, keyCertificateTexts, keyDescriptors } from './key-descriptors.js';
import { METADATA_LIMITS } from './metadata-limits.js';
import { NS } from './names.js';
import type { Certificate } from './parties.js';
import { readXml } from './read-xml.js';
import { visitElements } from './walk.js';
import type { XmlElement } from './xml.js';

const MAX_BYTES = 1024 * 1024;
const MAX_CERTIFICATES = 100;

/**
 * Every certificate in what a person gave: PEM (several, with any text around), base64 without header lines, DER, or XML, of
 * which federation metadata yields the signing certificates of its IdP and anything else every certificate it holds. Duplicates are left out.
 *
 * @throws HarnessError `PRIVATE_KEY_GIVEN` when a private key is in it, `CERTIFICATE_UNREADABLE` when no certificate can be had.
 */
export function readCertificates(input: string | Uint8Array): Certificate[] {
  if (input.length > MAX_BYTES) throw unreadable('The certificate file is larger than 1 MiB.');
  if (typeof input !== 'string' && input[0] === 0x30) return [certificateFromBytes(input)];
  const text = (typeof input === 'string' ? input : decode(input)).replace(/^\uFEFF/, '').trim();
  if (text === '') throw unreadable('The certificate is empty.');
  if (/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(text)) throw privateKeyGiven();
  return distinct(certificatesOf(text));
}

function certificatesOf(text: string): Certificate[] {
  if (text.startsWith('<')) return fromXml(text);
  const blocks = text.match(
    /-----BEGIN (X509 |TRUSTED )?CERTIFICATE-----[^-]*-----END (X509 |TRUSTED )?CERTIFICATE-----/g,
  );
  if (blocks) return capped(blocks).map(certificateFromPem);
  const label = /-----BEGIN ([^-]+)-----/.exec(text)?.[1];
  if (label !== undefined) throw unreadable(`This is PEM, but of a ${label.toLowerCase()}; a certificate is needed.`);
  const decoded = decodeBase64(text.replace(/\s+/g, ''));
  if (!decoded) throw unreadable('This is neither PEM nor base64 nor XML.');
  return [certificateFromBytes(decoded.bytes)];
}

function certificateFromBytes(bytes: Uint8Array): Certificate {
  if (isPrivateKey(bytes)) throw privateKeyGiven();
  return certificateFromDer(bytes);
}

function fromXml(text: string): Certificate[] {
  const { document, problem } = readXml(text, METADATA_LIMITS);
  if (!document) throw unreadable(`The XML cannot be read: ${problem.message}`);
  const roles: XmlElement[] = [];
  visitElements(document.root, (element) => {
    if (element.localName === 'IDPSSODescriptor' && element.namespace === NS.metadata) roles.push(element);
  });
  const texts =
    roles.length > 0
      ? roles.flatMap((role) => keyDescriptors(role, 'signing')).flatMap(keyCertificateTexts)
      : certificateTexts(document.root);
  if (texts.length === 0) throw unreadable('The XML holds no X509Certificate.');
  return capped(texts).map(certificateFromPem);
}

function capped<T>(items: readonly T[]): readonly T[] {
  if (items.length > MAX_CERTIFICATES)
    throw unreadable(`There are ${items.length} certificates; at most ${MAX_CERTIFICATES} are read.`);
  return items;
}

/** The first of each, by thumbprint: metadata repeats its keys in every role. */
function distinct(certificates: readonly Certificate[]): Certificate[] {
  return [...new Map(certificates.map((certificate) => [certificate.thumbprintSha256, certificate])).values()];
}

/** Notepad on Windows may have saved the file as UTF-16. */
function decode(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return Buffer.from(bytes).toString(isUtf16 ? 'utf16le' : 'utf8');
}

function isPrivateKey(der: Uint8Array): boolean {
  return (['pkcs8', 'pkcs1', 'sec1'] as const).some((type) => {
    try {
      createPrivateKey({ key: Buffer.from(der), format: 'der', type });
      return true;
    } catch {
      return false;
    }
  });
}

function privateKeyGiven(): HarnessError {
  return new HarnessError(
    'PRIVATE_KEY_GIVEN',
    'A private key was given where a certificate is needed.',
    'Give only the certificate. A private key that was pasted or mailed should be replaced.',
  );
}
