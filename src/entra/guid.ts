import type { Random } from '../clock.js';

/** A random GUID, version 4, in lower case. */
export function guid(random: Random): string {
  const bytes = Uint8Array.from(random.bytes(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The ID of a message or assertion: an underscore, since an ID may not begin with a digit, and a GUID. */
export function messageId(random: Random): string {
  return `_${guid(random)}`;
}

/** As `messageId`; the last byte is 00 to 03, as in every captured assertion since 2020. */
export function assertionId(random: Random): string {
  const lastByte = (random.bytes(1)[0] ?? 0) % 4;
  return `${messageId(random).slice(0, -2)}0${lastByte}`;
}
