import { decodeBase64 } from './base64.js';
import { certificateFromDer } from './certificates.js';
import { NS } from './names.js';
import { oncePerText } from './once-per-text.js';
import type { Certificate } from './parties.js';
import { children, textOf } from './walk.js';
import type { XmlElement } from './xml.js';

// A message that carries more certificates than this is playing games; nobody needs to see them all.
const MAX_EMBEDDED_CERTIFICATES = 4;

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
const certificateIn = oncePerText(
  (text): Certificate | undefined => {
    const der = decodeBase64(text.replace(/\s+/g, ''));
    try {
      return der && certificateFromDer(der.bytes);
    } catch {
      return undefined;
    }
  },
  { most: 32, longest: 8192 },
);
