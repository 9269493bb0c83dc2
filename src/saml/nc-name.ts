/** Names as Namespaces in XML 1.0 defines them: what ID values, prefixes and local names have to be. */

const NAME_START =
  'A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const NC_NAME = new RegExp(`^[${NAME_START}][-.0-9\\xB7\\u0300-\\u036F\\u203F\\u2040${NAME_START}]*$`, 'u');
const ASCII_NC_NAME = /^[A-Z_a-z][-.\w]*$/;

/** True for an NCName (Namespaces in XML 1.0, production 4): a name without a colon. */
export function isNcName(text: string): boolean {
  return ASCII_NC_NAME.test(text) || NC_NAME.test(text);
}
