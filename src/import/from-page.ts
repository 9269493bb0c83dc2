/** The page with a self-submitting form by which an IdP (or SP) sends a message through the browser. */

import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { type Field, hasMessageField, sightingFromFields } from './form-fields.js';
import type { Sighting } from './imported-message.js';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const MAX_FORMS = 100;

/** Every form in the page that carries a SAML message, in order. */
export function sightingsFromPage(html: string, source: string): Sighting[] {
  const document = parse(html);
  const forms = elementsBelow(document, 'form').slice(0, MAX_FORMS);
  return forms.flatMap((form): Sighting[] => {
    const sighting = sightingFromForm(form, forms.length > 1 ? `${source}, form ${forms.indexOf(form) + 1}` : source);
    return sighting ? [sighting] : [];
  });
}

/** The words a person sees on the page, one space between them; for recognising an error page. */
export function wordsOnPage(html: string): string {
  const words: string[] = [];
  walk(parse(html), (node) => {
    if (node.nodeName === 'script' || node.nodeName === 'style') return false;
    if ('value' in node) words.push(node.value);
    return true;
  });
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

function sightingFromForm(form: Element, source: string): Sighting | undefined {
  const fields = ['input', 'textarea']
    .flatMap((tag) => elementsBelow(form, tag))
    .flatMap((input): Field[] => {
      const name = attribute(input, 'name');
      return name === undefined ? [] : [[name, attribute(input, 'value') ?? textOf(input)]];
    });
  if (!hasMessageField(fields)) return undefined;
  const method = (attribute(form, 'method') ?? 'get').toUpperCase();
  const sighting = sightingFromFields(fields, { source, binding: 'HTTP-POST', method });
  const action = attribute(form, 'action');
  return sighting && { ...sighting, onItsWay: true, ...(action && { sentTo: action }) };
}

function elementsBelow(top: Node, tag: string): Element[] {
  const found: Element[] = [];
  walk(top, (node) => {
    if (node.nodeName === tag && 'attrs' in node) found.push(node);
    return true;
  });
  return found;
}

/** Document order, without recursion: the depth of a hostile page costs no stack. */
function walk(top: Node, visit: (node: Node) => boolean): void {
  const waiting: Node[] = [top];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!visit(node)) continue;
    const children = 'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
    for (let index = children.length - 1; index >= 0; index--) waiting.push(children[index] as Node);
  }
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((given) => given.name === name)?.value;
}

function textOf(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}
