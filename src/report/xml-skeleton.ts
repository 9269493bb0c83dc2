/** A message for sharing: every element, attribute and algorithm in its place, every value a fingerprint. */

import { readXml } from '../saml/read-xml.js';
import type { XmlElement } from '../saml/xml.js';
import { xmlText } from './xml-text.js';

/** Undefined when the text cannot be read: then no part of it can be trusted to be harmless. */
export function xmlSkeleton(xml: string, replace: (text: string) => string): string | undefined {
  const read = readXml(xml);
  return 'problem' in read ? undefined : lines(read.document.root, replace, '').join('\n');
}

function lines(element: XmlElement, replace: (text: string) => string, indent: string): string[] {
  const name = element.prefix === '' ? element.localName : `${element.prefix}:${element.localName}`;
  const open = `${indent}<${name}${attributesOf(element, replace)}`;
  const children = element.children.flatMap((node): string[] => {
    if (typeof node === 'string') return node.trim() === '' ? [] : [xmlText(replace(node))];
    if (node.kind === 'comment') return [`${indent}  <!-- a comment of ${node.text.length} characters -->`];
    return node.kind === 'element' ? lines(node, replace, `${indent}  `) : [`${indent}  <?${node.target} …?>`];
  });
  if (children.length === 0) return [`${open}/>`];
  const textOnly = element.children.every((node) => typeof node === 'string');
  return textOnly ? [`${open}>${children.join('')}</${name}>`] : [`${open}>`, ...children, `${indent}</${name}>`];
}

function attributesOf(element: XmlElement, replace: (text: string) => string): string {
  const declared = element.declarations.map(
    ({ prefix, uri }) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${xmlText(uri)}"`,
  );
  const given = element.attributes.map(({ prefix, localName, value }) => {
    return ` ${prefix === '' ? '' : `${prefix}:`}${localName}="${xmlText(replace(value))}"`;
  });
  return [...declared, ...given].join('');
}
