/** What a certificate consists of, in DER (ITU-T X.690): a tag, the length, the content. */

/** Universal tags; constructed ones with their bit set. */
export const TAG = {
  integer: 0x02,
  bitString: 0x03,
  null: 0x05,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  sequence: 0x30,
  set: 0x31,
  printableString: 0x13,
  utcTime: 0x17,
  generalizedTime: 0x18,
  /** `[0]`, explicit. */
  context0: 0xa0,
} as const;

export function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag]), lengthOf(bytes.length), bytes]);
}

/** Clause 8.1.3: below 128 in one byte, else in as few as are needed, after their number. */
function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 0x100)) bytes.unshift(rest % 0x100);
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}

/** A number that is not negative, given as bytes; clause 8.3: as few as are needed, the first one below 128. */
export function derInteger(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const needed = first === -1 ? Uint8Array.of(0) : bytes.subarray(first);
  return der(TAG.integer, ...((needed[0] ?? 0) >= 0x80 ? [Uint8Array.of(0)] : []), needed);
}

/** Clause 8.19: the first two arcs in one number, each number in base 128. */
export function derObjectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(TAG.objectIdentifier, Buffer.from([first * 40 + second, ...rest].flatMap(inBase128)));
}

function inBase128(number: number): number[] {
  const digits = [number % 0x80];
  for (let rest = Math.floor(number / 0x80); rest > 0; rest = Math.floor(rest / 0x80))
    digits.unshift((rest % 0x80) | 0x80);
  return digits;
}

/** RFC 5280, 4.1.2.5: two digits of the year through 2049, four from 2050 on; never fractions of a second. */
export function derTime(at: Date): Buffer {
  const digits = at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:T]/g, '');
  return at.getUTCFullYear() < 2050
    ? der(TAG.utcTime, Buffer.from(digits.slice(2)))
    : der(TAG.generalizedTime, Buffer.from(digits));
}
