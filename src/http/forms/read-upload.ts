import type { IncomingMessage } from 'node:http';
import { HarnessError } from '../../errors.js';
import { bytesToText } from '../../import/bytes-to-text.js';
import { MAX_FIELDS, type PostedForm, readBody, readForm } from './read-form.js';

/** The metadata of a whole federation, and what percent-encoding makes of it, with some room. */
const MAX_UPLOAD_BYTES = 4 * 1024 * 1024;
const PART = /content-disposition:/gi;

/** A form with files in it, or the same form without; the text of a file is the value of its field, empty when none was chosen. */
export async function readUpload(request: IncomingMessage): Promise<PostedForm> {
  const contentType = request.headers['content-type'] ?? '';
  if (!/^multipart\/form-data\b/i.test(contentType)) return readForm(request, MAX_UPLOAD_BYTES);
  const { body, bytes } = await readBody(request, MAX_UPLOAD_BYTES);
  const oversize = { bytes, limit: MAX_UPLOAD_BYTES };
  if (body === undefined) return { fields: [], oversize };
  if ((body.toString('latin1').match(PART)?.length ?? 0) > MAX_FIELDS) {
    return { fields: [], oversize: { ...oversize, fields: MAX_FIELDS } };
  }
  return { fields: await parseMultipart(body, contentType) };
}

/** RFC 7578, with the parser Node brings along; nothing is written to disk. */
async function parseMultipart(body: Buffer, contentType: string): Promise<(readonly [string, string])[]> {
  const entries = await partsOf(body, contentType);
  const fields: (readonly [string, string])[] = [];
  for (const [name, value] of entries) {
    if (typeof value === 'string') fields.push([name, value]);
    else fields.push([name, bytesToText(new Uint8Array(await value.arrayBuffer())).text]);
  }
  return fields;
}

async function partsOf(body: Buffer, contentType: string) {
  try {
    return [...(await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData())];
  } catch (error) {
    const remedy = 'Send the form again; if it came through a program, send multipart/form-data as RFC 7578 has it.';
    throw new HarnessError('FORM_UNREADABLE', 'The form cannot be read: it is no complete multipart body.', remedy, {
      cause: error,
    });
  }
}
