/** Bytes of a file → text, saying what had to be done. */
export function bytesToText(input: Uint8Array | string): {
  readonly text: string;
  readonly repairs: readonly string[];
} {
  if (typeof input === 'string') return withoutMark(input, []);
  const [first, second] = input;
  if (first === 0xff && second === 0xfe)
    return withoutMark(new TextDecoder('utf-16le').decode(input), [
      'The file is UTF-16 (little endian); it was read as that.',
    ]);
  if (first === 0xfe && second === 0xff)
    return withoutMark(new TextDecoder('utf-16be').decode(input), [
      'The file is UTF-16 (big endian); it was read as that.',
    ]);
  try {
    return withoutMark(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(input), []);
  } catch {
    const text = new TextDecoder('windows-1252').decode(input);
    return withoutMark(text, [
      'The file is not UTF-8; it was read as Windows-1252, and other letters than A to Z may be wrong.',
    ]);
  }
}

function withoutMark(text: string, repairs: readonly string[]) {
  return text.startsWith('\uFEFF')
    ? { text: text.slice(1), repairs: [...repairs, 'A byte order mark at the start was removed.'] }
    : { text, repairs };
}
