/** A first look at a value, lenient on purpose: enough to say what it is. Judging is left to the strict reader. */

import { inflateRawSync } from 'node:zlib';
import type { MessageKind } from './imported-message.js';

const MAX_INFLATED = 4 * 1024 * 1024;

/** Text of an encoded value: base64, perhaps deflated. Undefined when it holds neither XML nor anything like it. */
export function peekText(value: string): { text: string; deflated: boolean } | undefined {
  const compact = value.replace(/[\r\n\t]+/g, '').replace(/ /g, '+');
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(compact))
    return looksLikeXml(value) ? { text: value, deflated: false } : undefined;
  const bytes = Buffer.from(compact, 'base64');
  const plain = bytes.toString('utf8');
  if (looksLikeXml(plain)) return { text: plain, deflated: false };
  try {
    const text = inflateRawSync(bytes, { maxOutputLength: MAX_INFLATED }).toString('utf8');
    return looksLikeXml(text) ? { text, deflated: true } : undefined;
  } catch {
    return undefined;
  }
}

export function looksLikeXml(text: string): boolean {
  return /^\uFEFF?\s*<[A-Za-z_?!]/.test(text.slice(0, 4096));
}

export interface RootTag {
  readonly name: string;
  readonly localName: string;
  readonly id?: string;
  readonly inResponseTo?: string;
}

/** The root's start tag, read by eye: works on a message that is broken further down. */
export function peekRoot(text: string): RootTag | undefined {
  const start = startOfRoot(text);
  if (start === undefined) return undefined;
  const end = text.indexOf('>', start);
  const tag = text.slice(start, Math.min(end < 0 ? start + 65_536 : end, start + 65_536));
  const name = /^<([^\s/>]+)/.exec(tag)?.[1];
  if (name === undefined) return undefined;
  const id = attribute(tag, 'ID');
  const inResponseTo = attribute(tag, 'InResponseTo');
  return {
    name,
    localName: name.slice(name.indexOf(':') + 1),
    ...(id !== undefined && { id }),
    ...(inResponseTo !== undefined && { inResponseTo }),
  };
}

const KINDS = new Map<string, MessageKind>([
  ['Response', 'response'],
  ['AuthnRequest', 'request'],
  ['LogoutRequest', 'logout'],
  ['LogoutResponse', 'logout'],
  ['EntityDescriptor', 'metadata'],
  ['EntitiesDescriptor', 'metadata'],
  ['Assertion', 'assertion'],
  ['EncryptedAssertion', 'assertion'],
]);

export function kindOf(root: RootTag | undefined): MessageKind {
  return (root && KINDS.get(root.localName)) ?? 'unknown';
}

/** Skips byte order mark, white space, XML declaration, comments and a document type. */
function startOfRoot(text: string): number | undefined {
  let index = 0;
  for (;;) {
    const next = /\S/.exec(text.slice(index, index + 65_536).replace(/^\uFEFF/, ' '));
    if (!next) return undefined;
    index += next.index;
    const ending = text.startsWith('<?', index)
      ? '?>'
      : text.startsWith('<!--', index)
        ? '-->'
        : text.startsWith('<!', index)
          ? '>'
          : undefined;
    if (ending === undefined) return text[index] === '<' ? index : undefined;
    const end = text.indexOf(ending, index);
    if (end < 0) return undefined;
    index = end + ending.length;
  }
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined);
}
