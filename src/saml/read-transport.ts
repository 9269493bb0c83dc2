import { isUtf8 } from 'node:buffer';
import { inflateRawSync, inflateSync } from 'node:zlib';
import { decodeBase64, decodeLeniently, explainBase64 } from './base64.js';
import type { ReceivedMessage, Transport } from './evidence.js';
import { couldBe } from './field-names.js';
import { DEFAULT_XML_LIMITS } from './read-xml.js';

type Problem = NonNullable<Transport['problem']>;
type TransportRead = { readonly transport: Transport; readonly text?: string };

/**
 * Turns what arrived into text: HTTP-POST binding (SAML bindings 3.5.4), base64 read strictly, UTF-8 read strictly.
 * A `document` is taken as it is, a byte order mark of its file aside.
 *
 * @param maxBytes How large a message may be; a value that could only be larger is not decoded.
 * @returns The facts, and the text unless there is a problem.
 */
export function readTransport(
  received: ReceivedMessage,
  maxBytes: number = DEFAULT_XML_LIMITS.maxBytes,
): TransportRead {
  const value = received.samlResponse;
  if (received.oversize) return { transport: { received, problem: 'oversize' } };
  if (value !== undefined && value.length > 2 * maxBytes) {
    const oversize = { bytes: value.length, limit: maxBytes };
    return { transport: { received: { ...received, oversize }, problem: 'oversize' } };
  }
  const problem = problemOfDelivery(received);
  if (problem) return withProblem(received, problem, value === undefined ? undefined : lenientText(value, maxBytes));
  if (value === undefined || value.trim() === '') return withProblem(received, 'empty-value');
  if (received.binding === 'document') return { transport: { received }, text: value.replace(/^\uFEFF/, '') };
  return readPosted(received, value, maxBytes);
}

function withProblem(received: ReceivedMessage, problem: Problem, repaired?: string): TransportRead {
  return { transport: repaired === undefined ? { received, problem } : { received, problem, repaired } };
}

/** What is wrong before the value itself is looked at. */
function problemOfDelivery(received: ReceivedMessage): Problem | undefined {
  const { binding, method, contentType, fieldNames = [], samlResponse } = received;
  if (binding === 'document') return samlResponse === undefined ? 'empty' : undefined;
  if (binding === 'HTTP-Redirect' || (method !== undefined && method.toUpperCase() !== 'POST')) return 'wrong-method';
  if (contentType !== undefined && !/^application\/x-www-form-urlencoded\b/i.test(contentType))
    return 'wrong-content-type';
  if (fieldNames.filter((name) => couldBe(name, 'SAMLResponse')).length > 1) return 'sent-twice';
  if (samlResponse !== undefined && fieldNames.some((name) => couldBe(name, 'SAMLRequest'))) return 'sent-twice';
  if (samlResponse !== undefined) return undefined;
  if (fieldNames.includes('SAMLRequest')) return 'request-instead';
  return fieldNames.some((name) => name !== 'RelayState') ? 'wrong-field' : 'empty';
}

function readPosted(received: ReceivedMessage, value: string, maxBytes: number): TransportRead {
  const decoded = decodeBase64(value);
  if (!decoded) return withProblem(received, explainBase64(value).problem, lenientText(value, maxBytes));
  const { bytes, hasLineBreaks } = decoded;
  const text = isUtf8(bytes) ? bytes.toString('utf8') : undefined;
  if (text === undefined || !text.includes('<')) {
    const { isCompressed, text: inflated } = inflate(bytes, maxBytes);
    if (isCompressed) return withProblem(received, 'deflated', inflated);
  }
  if (text === undefined) return withProblem(received, 'not-utf8', xmlOrNothing(lenientDecode(bytes)));
  return { transport: hasLineBreaks ? { received, hasLineBreaks } : { received }, text };
}

/** What a lenient reader would have made of a value; undefined when not even that is XML. */
function lenientText(value: string, maxBytes: number): string | undefined {
  const bytes = decodeLeniently(value);
  return inflate(bytes, maxBytes).text ?? xmlOrNothing(lenientDecode(bytes));
}

function lenientDecode(bytes: Buffer): string {
  return bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le', 2) : bytes.toString('utf8');
}

function xmlOrNothing(text: string): string | undefined {
  return /^\uFEFF?\s*</.test(text) ? text : undefined;
}

/** Raw DEFLATE as the Redirect binding uses it, or with a zlib header; without a text when that would be too large. */
function inflate(bytes: Buffer, maxOutputLength: number): { isCompressed: boolean; text?: string } {
  for (const unpack of [inflateRawSync, inflateSync]) {
    try {
      const text = xmlOrNothing(unpack(bytes, { maxOutputLength }).toString('utf8'));
      if (text !== undefined) return { isCompressed: true, text };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return { isCompressed: true };
    }
  }
  return { isCompressed: false };
}
