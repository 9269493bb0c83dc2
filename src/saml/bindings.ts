/** HTTP-POST and HTTP-Redirect, both directions (SAML bindings 3.4, 3.5). */

import { isUtf8 } from 'node:buffer';
import { decodeBase64, explainBase64 } from './base64.js';
import { DEFAULT_XML_LIMITS } from './read-xml.js';

export { type DecodedRedirect, decodeRedirect, encodeRedirect, type RedirectSigning } from './redirect-binding.js';
export { type RedirectSignatureFacts, verifyRedirectSignature } from './redirect-signature.js';

const MAX_MESSAGE_BYTES = DEFAULT_XML_LIMITS.maxBytes;

/** The value of a form field for HTTP-POST: base64 in one line. Nothing is compressed; that belongs to HTTP-Redirect. */
export function encodePost(xml: string): string {
  return Buffer.from(xml).toString('base64');
}

/** Reads the value of a `SAMLRequest` form field. Never throws; responses go through `readTransport`, which explains more. */
export function decodePost(value: string): { xml: string; problem?: never } | { xml?: never; problem: string } {
  if (value.trim() === '') return { problem: 'The message is empty.' };
  if (value.length > 2 * MAX_MESSAGE_BYTES) return { problem: 'The message is larger than 256 KiB.' };
  const bytes = decodeBase64(value)?.bytes;
  if (!bytes)
    return {
      problem:
        explainBase64(value).problem === 'raw-xml'
          ? 'The message is XML, but not in base64.'
          : 'The message is not base64.',
    };
  if (bytes.length > MAX_MESSAGE_BYTES) return { problem: 'The message is larger than 256 KiB.' };
  if (isUtf8(bytes)) return { xml: bytes.toString('utf8') };
  return { problem: 'The message is not UTF-8 text; was it compressed, as only the Redirect binding does?' };
}
