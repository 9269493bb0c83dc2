import type { RequestHandler, Response } from 'express';
import type { ImportedMessage } from '../../import/imported-message.js';
import { readForm } from '../forms/read-form.js';
import { sendFormPage } from '../forms/send-form-page.js';
import type { DecodeForm, DecodeResult } from '../views/decode/decode-page.js';
import type { InspectorDeps } from './deps.js';
import { readLogin } from './reading.js';
import { xmlViews } from './xml-view.js';

/** A HAR file of a login may be large; what is in it is read under the caps of every message. */
const MAX_INPUT_BYTES = 8 * 1024 * 1024;

/** `GET /decode`: an empty form. */
export function decodeFormRoute(deps: InspectorDeps): RequestHandler {
  return async (_request, response) => sendDecodePage(deps, response, { message: '', at: 'issued' });
}

/** `POST /decode`: what the pasted text holds, judged but not recorded. */
export function decodeRoute(deps: InspectorDeps): RequestHandler {
  return async (request, response) => {
    const { fields, oversize } = await readForm(request, MAX_INPUT_BYTES);
    const values = new Map(fields);
    const form: DecodeForm = {
      message: values.get('message') ?? '',
      at: values.get('at') === 'now' ? 'now' : 'issued',
      pick: Number(values.get('pick') ?? 0) || 0,
    };
    if (oversize) {
      const problem =
        oversize.fields !== undefined
          ? `That form has more than ${oversize.fields.toLocaleString('en-US')} fields.`
          : `That is ${oversize.bytes.toLocaleString('en-US')} bytes; at most ${oversize.limit.toLocaleString('en-US')} are read here. Cut the recording down to the login, or use saml-rehearsal decode on the file.`;
      return sendDecodePage(deps, response, { ...form, problem }, undefined, 413);
    }
    if (form.message.trim() === '') {
      return sendDecodePage(deps, response, { ...form, problem: 'There was nothing to decode.' }, undefined, 400);
    }
    await sendDecodePage(deps, response, form, await decode(deps, form));
  };
}

async function sendDecodePage(
  deps: InspectorDeps,
  response: Response,
  form: DecodeForm,
  result?: DecodeResult,
  status = 200,
): Promise<void> {
  const { DecodePage } = await import('../views/decode/decode-page.js');
  const props = { site: deps.site(), now: deps.clock.now(), form, ...(result && { result }) };
  await sendFormPage(response, DecodePage, props, status);
}

async function decode(deps: InspectorDeps, form: DecodeForm): Promise<DecodeResult> {
  const { importMessages } = await import('../../import/import-messages.js');
  const messages = importMessages(form.message, 'the text');
  const [picked, index] = pick(messages, form.pick);
  if (!picked) return { messages, index, shown: undefined };
  if (picked.kind === 'request' || picked.kind === 'logout' || picked.kind === 'metadata') {
    return { messages, index, shown: { kind: 'document', views: await viewsOf(picked) } };
  }
  const { request } = picked;
  const login = await deps.judge(picked.received, form.at, {
    ...(request?.id !== undefined && { id: request.id }),
    ...(request?.xml !== undefined && { xml: request.xml }),
  });
  const reading = await readLogin(login, await deps.decryptionKeys(), deps.messageLimits);
  const opinion = login.secondOpinion ?? (await deps.secondOpinion?.(login));
  return { messages, index, shown: { kind: 'login', login, reading, opinion }, ...besides(messages, picked) };
}

/** A request that was given too, but is not the one this response answers. */
function besides(messages: readonly ImportedMessage[], { kind, request, inResponseTo }: ImportedMessage) {
  const requests = messages.filter((message) => message.kind === 'request');
  const [only] = requests;
  if (kind !== 'response' || request || requests.length !== 1 || only?.id === undefined) return {};
  return { otherRequest: { id: only.id, ...(inResponseTo !== undefined && { inResponseTo }) } };
}

/** The one asked for, else the first response, else the first of all. */
function pick(messages: readonly ImportedMessage[], asked = 0): readonly [ImportedMessage | undefined, number] {
  const first = Math.max(
    0,
    messages.findIndex(({ kind }) => kind === 'response'),
  );
  const index = asked >= 1 && asked <= messages.length ? asked - 1 : first;
  return [messages[index], index];
}

async function viewsOf({ xml, root }: ImportedMessage) {
  const { readXml } = await import('../../saml/read-xml.js');
  const text = xml ?? '';
  const { document } = readXml(text);
  return xmlViews([{ name: 'response', title: root ?? 'Message', text, ...(document && { document }) }], [], []).views;
}
