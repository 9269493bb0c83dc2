/** The one place that turns values into XML text. */

import { HarnessError } from '../errors.js';

declare const written: unique symbol;

/** Text that is XML already. Only the functions of this module make it, from values they have escaped. */
export type Markup = string & { readonly [written]: true };

type Content = Markup | undefined | false;

/** Attribute names in the order they are to be written; those that are `undefined` are not. */
export type AttributeValues = Readonly<Record<string, string | undefined>>;

const NAME = /^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/;

// What XML 1.0, production 2, has no way to say, not even by reference.
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

/**
 * Character data. Reads back as the same text, except that characters XML cannot carry (most control characters, half surrogates)
 * become U+FFFD.
 */
export function text(value: string): Markup {
  return writable(value).replace(/[&<>\r]/g, reference) as Markup;
}

/** An element; without content it is written as an empty-element tag. */
export function element(name: string, attributes: AttributeValues, ...content: readonly Content[]): Markup {
  return elementWith('/>', name, attributes, ...content);
}

/** The same as `element`, with ` />` at the end of an empty one: .NET's other serializer, which writes Entra's metadata. */
export function spacedElement(name: string, attributes: AttributeValues, ...content: readonly Content[]): Markup {
  return elementWith(' />', name, attributes, ...content);
}

/** Pieces one after the other. */
export function sequence(...content: readonly Content[]): Markup {
  return content.filter((piece) => typeof piece === 'string').join('') as Markup;
}

/** An xs:dateTime in UTC with milliseconds; a string is written as it is. */
export function instant(value: Date | string): string {
  return typeof value === 'string' ? value : value.toISOString();
}

function elementWith(
  emptyEnd: string,
  name: string,
  attributes: AttributeValues,
  ...content: readonly Content[]
): Markup {
  if (!NAME.test(name))
    throw new HarnessError('XML_NAME_INVALID', `"${name}" is not an XML name.`, 'Name the element as the schema does.');
  const inside = sequence(...content);
  const start = `<${name}${Object.entries(attributes).map(attribute).join('')}`;
  return (inside === '' ? `${start}${emptyEnd}` : `${start}>${inside}</${name}>`) as Markup;
}

function attribute([name, value]: readonly [string, string | undefined]): string {
  if (!NAME.test(name))
    throw new HarnessError(
      'XML_NAME_INVALID',
      `"${name}" is not an XML name.`,
      'Name the attribute as the schema does.',
    );
  // Attribute values are normalized by whoever reads them, so white space other than spaces goes by reference.
  return value === undefined ? '' : ` ${name}="${writable(value).replace(/[&<>"\t\n\r]/g, reference)}"`;
}

function writable(value: string): string {
  return value.replace(NOT_XML, '\uFFFD');
}

function reference(character: string): string {
  return REFERENCES[character] ?? character;
}
