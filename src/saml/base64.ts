import type { Transport } from './evidence.js';

export interface Base64Read {
  readonly bytes: Buffer;
  readonly hasLineBreaks: boolean;
}

/**
 * Base64 as RFC 4648 has it, read strictly: encoding the bytes again gives the same characters. Line breaks may stand between (RFC 2045).
 *
 * @returns `undefined` for anything else: other characters, another alphabet, missing padding, stray bits.
 */
export function decodeBase64(value: string): Base64Read | undefined {
  const bytes = Buffer.from(value, 'base64');
  if (bytes.toString('base64') === value) return { bytes, hasLineBreaks: false };
  const joined = value.replace(/[\r\n]+/g, '');
  return bytes.toString('base64') === joined ? { bytes, hasLineBreaks: true } : undefined;
}

export interface Base64Fault {
  readonly problem: NonNullable<Transport['problem']>;
  /** What a lenient reader would have decoded. */
  readonly bytes: Buffer;
}

/** What a lenient reader makes of a value, whatever is wrong with it. */
export function decodeLeniently(value: string): Buffer {
  return decodeBase64(value)?.bytes ?? explainBase64(value).bytes;
}

/** Names what happened to a value that `decodeBase64` refused. */
export function explainBase64(value: string): Base64Fault {
  if (/^\s*</.test(value)) return { problem: 'raw-xml', bytes: Buffer.from(value) };
  const joined = value.replace(/[\r\n]+/g, '');
  const unescaped = unescapePercent(joined);
  if (unescaped) return { problem: 'url-encoded-twice', bytes: unescaped };
  const withPlus = joined.includes(' ') ? decodeBase64(joined.replaceAll(' ', '+'))?.bytes : undefined;
  if (withPlus && looksLikeMessage(withPlus)) return { problem: 'spaces-for-plus', bytes: withPlus };
  const bytes = Buffer.from(joined, 'base64');
  if (/^[A-Za-z0-9_-]+={0,2}$/.test(joined) && /[_-]/.test(joined)) return { problem: 'url-safe-alphabet', bytes };
  if (/^[A-Za-z0-9+/]+=?$/.test(joined) && joined.length % 4 !== 0) return { problem: 'truncated', bytes };
  if (/[^A-Za-z0-9+/=]/.test(joined) && looksLikeMessage(bytes)) return { problem: 'foreign-characters', bytes };
  return { problem: 'not-base64', bytes };
}

function unescapePercent(value: string): Buffer | undefined {
  if (!/%[0-9A-Fa-f]{2}/.test(value)) return undefined;
  try {
    return decodeBase64(decodeURIComponent(value))?.bytes;
  } catch {
    return undefined;
  }
}

/** Worth naming as a message that was spoilt on its way. */
function looksLikeMessage(bytes: Buffer): boolean {
  return /^\s*</.test(bytes.toString('latin1', 0, 64));
}
