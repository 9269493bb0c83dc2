import { isNcName } from './nc-name.js';
import { XmlRefusal } from './xml-refusal.js';

/** A name as it is written, taken apart; `prefix` is `''` for a name without one. */
export interface QualifiedName {
  readonly prefix: string;
  readonly localName: string;
}

// Messages use the same few dozen names again and again. Whoever sends thousands of new ones only empties this.
const MAX_KEPT = 512;
const MAX_LENGTH_KEPT = 80;
const kept = new Map<string, QualifiedName>();

/**
 * Takes a qualified name apart (Namespaces in XML 1.0, production 7).
 *
 * @throws XmlRefusal when a side of its colon is not an NCName.
 */
export function qualifiedName(name: string): QualifiedName {
  const known = kept.get(name);
  if (known) return known;
  const read = takeApart(name);
  if (name.length > MAX_LENGTH_KEPT) return read;
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(name, read);
  return read;
}

const PLAIN_NAME = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/;
const keptPlain = new Map<string, QualifiedName>();

/** The same for a name nobody has looked at yet; undefined when it is no name of XML, or one beyond ASCII. */
export function plainName(name: string): QualifiedName | undefined {
  const known = keptPlain.get(name);
  if (known) return known;
  if (name.length > MAX_LENGTH_KEPT || !PLAIN_NAME.test(name)) return undefined;
  const read = qualifiedName(name);
  if (keptPlain.size >= MAX_KEPT) keptPlain.clear();
  keptPlain.set(name, read);
  return read;
}

function takeApart(name: string): QualifiedName {
  const colon = name.indexOf(':');
  if (colon < 0) return { prefix: '', localName: interned(name) };
  const prefix = name.slice(0, colon);
  const localName = name.slice(colon + 1);
  if (!(isNcName(prefix) && isNcName(localName))) {
    throw new XmlRefusal('not-well-formed', `The name ${name.slice(0, 80)} has a colon where none may stand.`);
  }
  return { prefix: interned(prefix), localName: interned(localName) };
}

/** The same text as the engine's one copy of it, so that comparing it is comparing addresses and not characters. */
export function interned(text: string): string {
  return Object.keys({ [text]: true })[0] ?? text;
}
