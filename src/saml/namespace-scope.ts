import { NS } from './names.js';
import { oncePerText } from './once-per-text.js';
import { interned } from './qualified-name.js';
import type { XmlDeclaration } from './xml.js';
import { XmlRefusal } from './xml-refusal.js';

// RFC 3986 without user names and IPv6 hosts: a scheme, perhaps a host, and only characters a URI may hold.
const CHARACTER = "[\\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2}";
const HOST = "//[\\w.~!$&'()*+,;=-]+(?::\\d+)?(?![^/?#])";
const ABSOLUTE_URI = new RegExp(`^[A-Za-z][A-Za-z0-9+.-]*:(?:${HOST}|(?!//))(?:${CHARACTER})*(?:#(?:${CHARACTER})*)?$`);

/** One copy of a URI that is absolute: a message names the same three or four many times over. */
const absolute = oncePerText(
  (uri) => {
    // A relative URI makes some canonicalizers return nothing, and nothing has a well-known digest.
    if (uri !== '' && !ABSOLUTE_URI.test(uri)) {
      throw new XmlRefusal('relative-namespace', `The namespace "${uri.slice(0, 80)}" is not an absolute URI.`);
    }
    return interned(uri);
  },
  { most: 64, longest: 200 },
);

/** The namespace declarations in force, as the parser walks down and up. Rules of Namespaces in XML 1.0. */
export class NamespaceScope {
  readonly #inForce = new Map<string, string>([['xml', NS.xml]]);
  readonly #undo: (readonly [prefix: string, before: string | undefined])[] = [];

  constructor(inherited: readonly XmlDeclaration[]) {
    for (const { prefix, uri } of inherited) this.#inForce.set(prefix, uri);
  }

  /** Puts a declaration in force; `leave` takes it back. */
  declare(prefix: string, uri: string): void {
    if (prefix === 'xmlns' || uri === NS.xmlns || (prefix === 'xml') !== (uri === NS.xml)) {
      throw new XmlRefusal('not-well-formed', 'A namespace declaration misuses the reserved xml or xmlns prefix.');
    }
    if (uri === '' && prefix !== '') {
      throw new XmlRefusal('not-well-formed', `The prefix ${prefix} is bound to an empty namespace.`);
    }
    const one = absolute(uri);
    this.#undo.push([prefix, this.#inForce.get(prefix)]);
    this.#inForce.set(prefix, one);
  }

  /** Takes back the latest `count` declarations. */
  leave(count: number): void {
    for (let left = count; left > 0; left--) {
      const undo = this.#undo.pop();
      if (undo === undefined) return;
      if (undo[1] === undefined) this.#inForce.delete(undo[0]);
      else this.#inForce.set(undo[0], undo[1]);
    }
  }

  /** The namespace of an element's prefix; `''` for none. */
  ofElement(prefix: string): string {
    if (prefix === '') return this.#inForce.get('') ?? '';
    return this.ofAttribute(prefix);
  }

  /** The namespace of an attribute's prefix, to which the default namespace does not apply. */
  ofAttribute(prefix: string): string {
    if (prefix === '') return '';
    const uri = this.#inForce.get(prefix);
    if (uri === undefined) throw new XmlRefusal('not-well-formed', `The prefix ${prefix} is not bound to a namespace.`);
    return uri;
  }
}
