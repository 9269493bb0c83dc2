/** The AuthnRequest with which a service provider starts a login: in the query of a redirect, or in a form. */

import { inflateRawSync } from 'node:zlib';
import type { Page } from './visitor.js';

export interface StartedLogin {
  readonly requestXml: string;
  readonly relayState?: string;
}

const MAX_BYTES = 256 * 1024;

export function startedLogin({ url, leavesFor, text }: Page): StartedLogin | undefined {
  const query = new URL(leavesFor ?? url).searchParams;
  const deflated = query.get('SAMLRequest');
  if (deflated !== null) return withRelayState(inflated(deflated), query.get('RelayState') ?? undefined);
  const posted = fieldOf(text, 'SAMLRequest');
  return posted === undefined
    ? undefined
    : withRelayState(Buffer.from(posted, 'base64').toString('utf8'), fieldOf(text, 'RelayState'));
}

function withRelayState(requestXml: string | undefined, relayState: string | undefined): StartedLogin | undefined {
  if (requestXml === undefined) return undefined;
  return { requestXml, ...(relayState === undefined || relayState === '' ? {} : { relayState }) };
}

function inflated(value: string): string | undefined {
  try {
    return inflateRawSync(Buffer.from(value, 'base64'), { maxOutputLength: MAX_BYTES }).toString('utf8');
  } catch {
    return undefined;
  }
}

function fieldOf(html: string, name: string): string | undefined {
  const inputs = html.match(/<input\b[^>]*>/gi) ?? [];
  const input = inputs.find((tag) => attributeOf(tag, 'name') === name);
  return input === undefined ? undefined : attributeOf(input, 'value');
}

function attributeOf(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  const raw = found?.[1] ?? found?.[2] ?? found?.[3];
  return raw?.replace(/&(#x[\da-f]+|#\d+|amp|lt|gt|quot);/gi, (_all, entity: string) => characterOf(entity));
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
]);

function characterOf(entity: string): string {
  const named = NAMED.get(entity.toLowerCase());
  if (named !== undefined) return named;
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number.parseInt(entity.slice(1), 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
