import { decodeBase64 } from './base64.js';
import { certificateFromDer } from './certificates.js';
import { NS } from './names.js';
import type { Certificate } from './parties.js';
import { children, textOf } from './walk.js';
import type { XmlElement } from './xml.js';

// A message that carries more certificates than this is playing games; nobody needs to see them all.
const MAX_EMBEDDED_CERTIFICATES = 4;

// One IdP signs with one certificate for years; whoever sends other ones only empties this.
const MAX_KEPT = 32;
const MAX_LENGTH_KEPT = 8192;
const kept = new Map<string, Certificate>();

/** X509Certificates of a KeyInfo, in order. What is not a certificate is left out: it is never trusted anyway. */
export function readEmbeddedCertificates(keyInfo: XmlElement): Certificate[] {
  const certificates: Certificate[] = [];
  for (const data of children(keyInfo, NS.signature, 'X509Data')) {
    for (const element of children(data, NS.signature, 'X509Certificate')) {
      if (certificates.length >= MAX_EMBEDDED_CERTIFICATES) continue;
      const certificate = certificateIn(textOf(element));
      if (certificate) certificates.push(certificate);
    }
  }
  return certificates;
}

/** Undefined for what is not a certificate: it is shown as what it is in the message, nothing can be said about it. */
function certificateIn(text: string): Certificate | undefined {
  const known = kept.get(text);
  if (known) return known;
  const der = decodeBase64(text.replace(/\s+/g, ''));
  if (!der) return undefined;
  try {
    const certificate = certificateFromDer(der.bytes);
    if (kept.size >= MAX_KEPT) kept.clear();
    if (text.length <= MAX_LENGTH_KEPT) kept.set(text, certificate);
    return certificate;
  } catch {
    return undefined;
  }
}
