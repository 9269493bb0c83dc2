import { createHash } from 'node:crypto';
import type { Random } from '../clock.js';

/** A random GUID (RFC 9562, version 4) in lower case. */
export function newGuid(random: Random): string {
  return guidOf(random.bytes(16));
}

/** The same GUID for the same text, for objects that have to keep theirs from one start to the next. */
export function guidFor(text: string): string {
  return guidOf(createHash('sha256').update(text).digest().subarray(0, 16));
}

/**
 * ID of a Response or an Assertion. Since 2020 the last byte of an assertion's is 0 to 3: it seems to be the token's `uti`.
 * Source: captured responses; what the byte means is background knowledge.
 */
export function newMessageId(random: Random, kind: 'response' | 'assertion'): string {
  const bytes = random.bytes(16);
  if (kind === 'assertion') bytes[15] = (bytes[15] ?? 0) & 3;
  return `_${guidOf(bytes)}`;
}

function guidOf(random: Uint8Array): string {
  const bytes = Buffer.from(random);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
