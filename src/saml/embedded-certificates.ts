import { decodeBase64 } from './base64.js';
import { certificateFromDer } from './certificates.js';
import { NS } from './names.js';
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
      const der = certificates.length < MAX_EMBEDDED_CERTIFICATES && decodeBase64(textOf(element).replace(/\s+/g, ''));
      if (!der) continue;
      try {
        certificates.push(certificateFromDer(der.bytes));
      } catch {
        // Shown as what it is in the message; nothing can be said about it.
      }
    }
  }
  return certificates;
}
