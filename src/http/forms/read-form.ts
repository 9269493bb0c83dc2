import type { IncomingMessage } from 'node:http';

/** A body over the cap is read to its end, so that the sender gets an answer, but not for ever. */
const MAX_DRAINED_BYTES = 64 * 1024 * 1024;
export const MAX_FIELDS = 1_000;
const SAML_FIELDS = ['SAMLResponse', 'SAMLRequest', 'RelayState'];

export interface PostedForm {
  /** Name and value of every field, in order, decoded; repeats are kept. */
  readonly fields: readonly (readonly [string, string])[];
  /** Set when the body crossed the cap, or held more than `fields` fields; the form's own `fields` is empty then. */
  readonly oversize?: { readonly bytes: number; readonly limit: number; readonly fields?: number };
}

/** Reads a form body with its cap held while reading. Any other content type is read and dropped. */
export async function readForm(request: IncomingMessage, limit: number): Promise<PostedForm> {
  const { body, bytes } = await readBody(request, limit);
  if (body === undefined) return { fields: [], oversize: { bytes, limit } };
  const fields = parseForm(body.toString('latin1'));
  return fields ? { fields } : { fields: [], oversize: { bytes, limit, fields: MAX_FIELDS } };
}

/** The body, unless it crossed the limit, and its size in bytes. */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<{ readonly body?: Buffer; readonly bytes: number }> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= limit) chunks.push(chunk);
    else chunks.length = 0;
    if (bytes > MAX_DRAINED_BYTES) break;
  }
  return bytes > limit ? { bytes } : { body: Buffer.concat(chunks), bytes };
}

/** undefined when there are more fields than any sender of ours has. */
function parseForm(text: string): (readonly [string, string])[] | undefined {
  if (text === '') return [];
  const pairs = text.split('&', MAX_FIELDS + 1);
  if (pairs.length > MAX_FIELDS) return undefined;
  return pairs.map((pair) => {
    const cut = pair.indexOf('=');
    const name = cut < 0 ? pair : pair.slice(0, cut);
    return [fieldName(name), decode(cut < 0 ? '' : pair.slice(cut + 1))] as const;
  });
}

/** A SAML field written in disguise (`SAML%52esponse`) stays in disguise: two readers must not see two messages. */
function fieldName(written: string): string {
  const name = decode(written);
  return SAML_FIELDS.includes(name) && name !== written ? written : name;
}

/** As the URL standard decodes a form. What is written without a mistake is decoded by the quicker function, to the same. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return new URLSearchParams(`v=${text.replaceAll('&', '%26')}`).get('v') ?? '';
  }
}
