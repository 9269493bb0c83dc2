import fc from 'fast-check';

const codePoint = fc.oneof(
  fc.nat(0x7f),
  // Halves of a pair are no characters.
  fc.nat(0x10ffff).map((code) => (code >= 0xd800 && code <= 0xdfff ? code - 0xd800 : code)),
);

/** Any text of whole characters. fast-check's own (`unit: 'binary'`) draws up a table of all of Unicode first, which takes a second. */
export const anyText = fc.array(codePoint).map((codes) => String.fromCodePoint(...codes));
