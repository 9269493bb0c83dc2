/** HTTP-POST and HTTP-Redirect, both directions (SAML bindings 3.4, 3.5). */

import { isUtf8 } from 'node:buffer';
import { decodeBase64, explainBase64 } from './base64.js';
import { DEFAULT_XML_LIMITS } from './read-xml.js';

export { type DecodedRedirect, decodeRedirect, encodeRedirect, type RedirectSigning } from './redirect-binding.js';
export { type RedirectSignatureFacts, verifyRedirectSignature } from './redirect-signature.js';

/** The value of a form field for HTTP-POST: base64 in one line. Nothing is compressed; that belongs to HTTP-Redirect. */
export function encodePost(xml: string): string {
  return Buffer.from(xml).toString('base64');
}

/** Reads the value of a `SAMLRequest` form field. Never throws; responses go through `readTransport`, which explains more. */
export function decodePost(
  value: string,
  maxBytes: number = DEFAULT_XML_LIMITS.maxBytes,
): { xml: string; problem?: never } | { xml?: never; problem: string } {
  const tooLarge = `The message is larger than ${Math.round(maxBytes / 1024)} KiB.`;
  if (value.trim() === '') return { problem: 'The message is empty.' };
  if (value.length > 2 * maxBytes) return { problem: tooLarge };
  const bytes = decodeBase64(value)?.bytes;
  if (!bytes)
    return {
      problem:
        explainBase64(value).problem === 'raw-xml'
          ? 'The message is XML, but not in base64.'
          : 'The message is not base64.',
    };
  if (bytes.length > maxBytes) return { problem: tooLarge };
  if (isUtf8(bytes)) return { xml: bytes.toString('utf8') };
  return { problem: 'The message is not UTF-8 text; was it compressed, as only the Redirect binding does?' };
}
