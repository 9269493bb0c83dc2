import { isUtf8 } from 'node:buffer';
import { deflateRawSync, inflateRawSync, inflateSync } from 'node:zlib';
import { HarnessError } from '../errors.js';
import { decodeBase64 } from './base64.js';
import { SIGNATURE_METHOD } from './names.js';
import { present } from './present.js';
import { privateKeyFromPem } from './private-key.js';
import { DEFAULT_XML_LIMITS } from './read-xml.js';
import { type RedirectQuery, splitRedirectQuery } from './redirect-query.js';
import { signOctets } from './sign-octets.js';

const MAX_MESSAGE_BYTES = DEFAULT_XML_LIMITS.maxBytes;
const DEFLATE = 'urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE';

export interface RedirectMessage {
  readonly xml: string;
  readonly parameter: 'SAMLRequest' | 'SAMLResponse';
  readonly relayState?: string;
}

export interface RedirectSigning {
  readonly privateKeyPem: string;
  /** Default: RSA or ECDSA with SHA-256, as the key is. */
  readonly signatureMethod?: string;
}

/**
 * The query string of an HTTP-Redirect message with DEFLATE encoding (SAML bindings 3.4.4.1), without `?`.
 *
 * @throws HarnessError `SIGNING_IMPOSSIBLE` when the key cannot sign with the method.
 */
export function encodeRedirect({
  xml,
  parameter,
  relayState,
  sign,
}: RedirectMessage & { readonly sign?: RedirectSigning }): string {
  const packed = deflateRawSync(Buffer.from(xml)).toString('base64');
  const unsigned = [
    `${parameter}=${encodeURIComponent(packed)}`,
    ...(relayState === undefined ? [] : [`RelayState=${encodeURIComponent(relayState)}`]),
  ].join('&');
  return sign ? signed(unsigned, sign) : unsigned;
}

function signed(unsigned: string, { privateKeyPem, signatureMethod }: RedirectSigning): string {
  const key = privateKeyFromPem(privateKeyPem);
  const method =
    signatureMethod ?? (key.asymmetricKeyType === 'ec' ? SIGNATURE_METHOD.ecdsaSha256 : SIGNATURE_METHOD.rsaSha256);
  const covered = `${unsigned}&SigAlg=${encodeURIComponent(method)}`;
  const value = signOctets(Buffer.from(covered), key, method);
  if (!value)
    throw new HarnessError(
      'SIGNING_IMPOSSIBLE',
      `This key cannot sign with ${method}.`,
      'Check the key and the algorithm.',
    );
  return `${covered}&Signature=${encodeURIComponent(value.toString('base64'))}`;
}

/** A message that came by HTTP-Redirect. */
export interface DecodedRedirect extends RedirectMessage {
  /** Parameters that do not belong to the binding, such as `login_hint`, decoded, in order. */
  readonly others: readonly (readonly [name: string, value: string])[];
  /** Absent when there is neither SigAlg nor Signature. What it is worth is for `verifyRedirectSignature`. */
  readonly signature?: {
    readonly algorithm?: string;
    readonly value?: Uint8Array;
    /** Exactly the characters that came and that the signature has to cover (SAML bindings 3.4.4.1). */
    readonly covered: string;
  };
}

/**
 * Reads the raw query string of an HTTP-Redirect message. Only raw DEFLATE is inflated. Never throws.
 *
 * @param rawQuery Exactly as it stands in the request line, with or without `?`.
 * @param maxBytes To which size a message is inflated at most; default 256 KiB.
 */
export function decodeRedirect(
  rawQuery: string,
  maxBytes = MAX_MESSAGE_BYTES,
): { message: DecodedRedirect; problem?: never } | { problem: string; message?: never } {
  const { query, problem } = splitRedirectQuery(rawQuery);
  if (!query) return { problem };
  const request = query.saml.get('SAMLRequest');
  const response = query.saml.get('SAMLResponse');
  if (request && response) return { problem: 'SAMLRequest and SAMLResponse stand in one query.' };
  const token = request ?? response;
  if (!token) return { problem: 'Neither SAMLRequest nor SAMLResponse stands in the query.' };
  const encoding = query.saml.get('SAMLEncoding')?.value;
  if (encoding !== undefined && encoding !== DEFLATE)
    return { problem: `The SAMLEncoding "${encoding.slice(0, 80)}" is not known.` };
  const { text, problem: packing } = unpack(token.value, maxBytes);
  if (text === undefined) return { problem: packing };
  const parameter: RedirectMessage['parameter'] = request ? 'SAMLRequest' : 'SAMLResponse';
  const relayState = query.saml.get('RelayState')?.value;
  return {
    message: {
      ...present({ xml: text, parameter, relayState, signature: signatureOf(query, token.raw) }),
      others: query.others,
    },
  };
}

function signatureOf({ saml }: RedirectQuery, message: string): DecodedRedirect['signature'] {
  const algorithm = saml.get('SigAlg');
  const signature = saml.get('Signature');
  if (!algorithm && !signature) return undefined;
  const covered = [message, saml.get('RelayState')?.raw, algorithm?.raw].filter((raw) => raw !== undefined).join('&');
  // Some senders break the base64 of the value into lines.
  const value = signature && decodeBase64(signature.value.replace(/\s+/g, ''))?.bytes;
  return present({ algorithm: algorithm?.value, value, covered });
}

function unpack(
  value: string,
  maxBytes: number,
): { text: string; problem?: never } | { text?: never; problem: string } {
  if (value === '') return { problem: 'The message is empty.' };
  const bytes = decodeBase64(value)?.bytes;
  if (!bytes) {
    const hint = value.includes(' ') ? ' A "+" that was not percent-encoded arrives as a space.' : '';
    return { problem: `The message is not base64.${hint}` };
  }
  if (/^\s*</.test(bytes.toString('latin1', 0, 64))) {
    return { problem: 'The message was not compressed; the Redirect binding wants raw DEFLATE before base64.' };
  }
  return inflate(bytes, maxBytes);
}

function inflate(
  bytes: Buffer,
  maxOutputLength: number,
): { text: string; problem?: never } | { text?: never; problem: string } {
  try {
    const options = { maxOutputLength, info: true };
    const { buffer, engine } = inflateRawSync(bytes, options) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    const rest = bytes.length - engine.bytesWritten;
    if (rest > 0) return { problem: `${rest} bytes follow the compressed message.` };
    return isUtf8(buffer) ? { text: buffer.toString('utf8') } : { problem: 'The inflated message is not UTF-8 text.' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      return { problem: `The inflated message is larger than ${inWords(maxOutputLength)}.` };
    if (hasZlibHeader(bytes))
      return { problem: 'The message was compressed with a zlib header; the Redirect binding wants raw DEFLATE.' };
    return { problem: 'The message is not raw DEFLATE data, or it was cut off.' };
  }
}

const inWords = (bytes: number) => (bytes % 1024 === 0 ? `${bytes / 1024} KiB` : `${bytes} bytes`);

function hasZlibHeader(bytes: Buffer): boolean {
  try {
    return inflateSync(bytes, { maxOutputLength: MAX_MESSAGE_BYTES }).length > 0;
  } catch {
    return false;
  }
}
