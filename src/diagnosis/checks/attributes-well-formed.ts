import { ATTRIBUTE_NAME_FORMAT, NS } from '../../saml/names.js';
import type { Assertion, Attribute } from '../../saml/types.js';
import { children } from '../../saml/walk.js';
import type { XmlElement } from '../../saml/xml.js';
import { defineCheck, type Outcome } from '../check.js';
import { fail, pass, place } from '../outcomes.js';
import { count, lastSegment, show } from '../show.js';
import { entraClaims, samlCore } from '../sources.js';

const kinds = {
  encrypted: 'an encrypted attribute, which is not read (an error)',
  duplicate: 'the same attribute stands twice (an error)',
  'prototype-name': 'a name that programs in JavaScript trip over',
  'empty-name': 'an attribute with an empty name',
  empty: 'an attribute without a value, or with an empty one',
  padded: 'white space before or after a value',
} as const;

interface Fault {
  readonly kind: keyof typeof kinds;
  readonly element: XmlElement;
  readonly words: string;
  readonly actual?: string;
}

const TRAPS = new Set([
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  'valueOf',
  '__defineGetter__',
  'isPrototypeOf',
]);

export const attributesWellFormed = defineCheck({
  id: 'attributes-well-formed',
  title: 'Every attribute stands once and has a value',
  stage: 'attributes',
  severity: 'warning',
  why: 'Of two attributes of one name some programs take the first, others the last: that is an error. Empty and padded values make comparisons fail that look right.',
  spec: [samlCore('2.7.3.1'), samlCore('2.7.3.1.1'), samlCore('2.7.3.2'), entraClaims('Attributes & Claims')],
  needs: ['assertion', 'assertionDocument'],
  kinds,
  remedies: ['mend-claims', 'no-encrypted-attributes', 'treat-as-attack'],
  run({ assertion, assertionDocument }, expected): Outcome {
    const faults = [...encrypted(assertion), ...duplicates(assertion.attributes)];
    for (const attribute of assertion.attributes) {
      const fault = faultOf(attribute);
      if (fault) faults.push(fault);
    }
    const [first] = faults;
    if (!first) return pass(`${count(assertion.attributes.length, 'attribute')}.`);
    const others = faults.length > 1 ? ` (and ${count(faults.length - 1, 'more fault')} of attributes)` : '';
    const severe = first.kind === 'encrypted' || first.kind === 'duplicate';
    return fail(expected, {
      kind: first.kind,
      severity: severe ? 'error' : undefined,
      summary: `${first.words}${others}.`,
      actual: first.actual,
      at: place(assertionDocument, first.element),
      remedies: first.kind === 'encrypted' ? ['no-encrypted-attributes'] : ['mend-claims'],
    });
  },
});

function encrypted({ element }: Assertion): Fault[] {
  const statements = children(element, NS.assertion, 'AttributeStatement');
  return statements
    .flatMap((statement) => children(statement, NS.assertion, 'EncryptedAttribute'))
    .slice(0, 1)
    .map((found) => ({
      kind: 'encrypted',
      element: found,
      words: 'An attribute is encrypted (EncryptedAttribute), so not even its name can be read',
    }));
}

const FEW = 24;

/** True for an attribute that one before it has the name of. */
function isTwin({ name }: Attribute, index: number, all: readonly Attribute[]): boolean {
  for (let before = 0; before < index; before++) if (name !== undefined && all[before]?.name === name) return true;
  return false;
}

/** Attributes are the same when Name and NameFormat are (SAML core 2.7.3.1). */
function duplicates(attributes: readonly Attribute[]): Fault[] {
  if (attributes.length <= FEW && !attributes.some(isTwin)) return [];
  const seen = new Map<string, Attribute>();
  for (const attribute of attributes) {
    if (attribute.name === undefined) continue;
    const { nameFormat = ATTRIBUTE_NAME_FORMAT.unspecified, name } = attribute;
    const key = nameFormat === ATTRIBUTE_NAME_FORMAT.unspecified ? name : `${nameFormat}\u0000${name}`;
    if (seen.has(key)) {
      const words = `The attribute ${show(lastSegment(attribute.name), 100)} stands twice; programs disagree on which one counts`;
      return [{ kind: 'duplicate', element: attribute.element, words, actual: attribute.name }];
    }
    seen.set(key, attribute);
  }
  return [];
}

function faultOf({ name, values, element }: Attribute): Fault | undefined {
  if (name === undefined) return undefined;
  if (name.trim() === '') return { kind: 'empty-name', element, words: 'An attribute has an empty name' };
  if (TRAPS.has(name)) {
    return {
      kind: 'prototype-name',
      element,
      actual: name,
      words: `An attribute is named ${called(name)}, which careless programs take for a part of themselves; here it is data like any other`,
    };
  }
  if (values.length === 0) {
    return { kind: 'empty', element, actual: name, words: `The attribute ${called(name)} has no value` };
  }
  const empty = values.find(({ value, isTextOnly }) => isTextOnly && value.trim() === '');
  if (empty) {
    const words = `The attribute ${called(name)} has an empty value`;
    return { kind: 'empty', element: empty.element, actual: name, words };
  }
  const padded = values.find(({ value, isTextOnly }) => isTextOnly && value !== value.trim());
  if (!padded) return undefined;
  const words = `The attribute ${called(name)} has white space around its value: ${show(padded.value, 80)}`;
  return { kind: 'padded', element: padded.element, actual: padded.value, words };
}

const called = (name: string) => show(lastSegment(name), 100);
