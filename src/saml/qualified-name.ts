import { isNcName } from './nc-name.js';
import { oncePerText } from './once-per-text.js';
import { XmlRefusal } from './xml-refusal.js';

/** A name as it is written, taken apart; `prefix` is `''` for a name without one. */
export interface QualifiedName {
  readonly prefix: string;
  readonly localName: string;
}

// Messages use a few dozen names.
const REMEMBERED = { most: 512, longest: 80 };

/**
 * Takes a qualified name apart (Namespaces in XML 1.0, production 7).
 *
 * @throws XmlRefusal when a side of its colon is not an NCName.
 */
export const qualifiedName = oncePerText((name): QualifiedName => {
  const colon = name.indexOf(':');
  if (colon < 0) return { prefix: '', localName: interned(name) };
  const prefix = name.slice(0, colon);
  const localName = name.slice(colon + 1);
  if (!(isNcName(prefix) && isNcName(localName))) {
    throw new XmlRefusal('not-well-formed', `The name ${name.slice(0, 80)} has a colon where none may stand.`);
  }
  return { prefix: interned(prefix), localName: interned(localName) };
}, REMEMBERED);

const PLAIN_NAME = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/;

/** The same for a name nobody has looked at yet; undefined when it is no name of XML, one beyond ASCII, or a long one. */
export const plainName = oncePerText(
  (name): QualifiedName | undefined =>
    name.length <= REMEMBERED.longest && PLAIN_NAME.test(name) ? qualifiedName(name) : undefined,
  REMEMBERED,
);

/** The same text as the engine's one copy of it, so that comparing it is comparing addresses and not characters. */
export function interned(text: string): string {
  return Object.keys({ [text]: true })[0] ?? text;
}
