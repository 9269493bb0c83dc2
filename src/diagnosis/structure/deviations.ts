/** Walks a message along the content models and says where it leaves them. */

import { readInstant } from '../../saml/instant.js';
import { NS } from '../../saml/names.js';
import { isNcName } from '../../saml/nc-name.js';
import { attribute, isElement } from '../../saml/walk.js';
import type { XmlElement, XmlNode } from '../../saml/xml.js';
import { lastSegment, listed, show } from '../show.js';
import { type AttributeType, type ElementModel, MODELS, modelName, type Particle, placeInSequence } from './model.js';

export type DeviationKind =
  | 'missing-element'
  | 'missing-attribute'
  | 'unknown-element'
  | 'unknown-attribute'
  | 'wrong-order'
  | 'too-many'
  | 'id-not-a-name'
  | 'id-begins-wrongly'
  | 'time-not-utc'
  | 'stray-text'
  | 'not-text-only';

export interface Deviation {
  readonly kind: DeviationKind;
  readonly words: string;
  /** `saml:Conditions/@NotOnOrAfter`, `samlp:Response/samlp:Status`: what is missing, unknown or wrong. */
  readonly subject: string;
  readonly element: XmlElement;
  /** False when every reader reads the same in spite of it: another order, an ID that begins with a digit. */
  readonly isSevere: boolean;
}

type Found = Omit<Deviation, 'isSevere'>;

const MOST = 20;
/** Real identity providers send these, and nobody reads anything else because of them. */
const HARMLESS: readonly DeviationKind[] = ['wrong-order', 'id-begins-wrongly'];

/** The first deviations from the schema inside an element, in document order. */
export function deviations(root: XmlElement): readonly Deviation[] {
  const found: Found[] = [];
  walk(root, modelName(root), found);
  return found.map((one) => ({ ...one, isSevere: !HARMLESS.includes(one.kind) }));
}

/** @param name The element's name as the models write it. */
function walk(element: XmlElement, name: string, found: Found[]): void {
  const model = MODELS.get(name);
  if (!model || found.length >= MOST) return;
  checkAttributes(element, name, model, found);
  if (model.content === 'any') return;
  if (model.content === 'text') checkTextOnly(element, name, found);
  else checkChildren(element, name, model.content === 'empty' ? NOTHING : model.content, found);
}

const NOTHING: readonly Particle[] = [];

function checkAttributes(element: XmlElement, name: string, model: ElementModel, found: Found[]): void {
  for (const required of model.required) {
    if (attribute(element, required) !== undefined) continue;
    const words = `${lastSegment(name)} has no ${required}`;
    found.push({ kind: 'missing-attribute', words, subject: `${name}/@${required}`, element });
  }
  for (let index = 0; index < element.attributes.length; index++) {
    const written = element.attributes[index];
    if (!written) continue;
    const { localName, namespace, value } = written;
    const type = namespace === '' ? model.attributes.get(localName) : undefined;
    if (type === 'text') continue;
    const problem = type === undefined ? unknownAttribute(model, namespace) : valueProblem(type, value);
    if (!problem) continue;
    const words =
      type === undefined
        ? `${lastSegment(name)} has an unknown attribute ${show(localName, 60)}`
        : `${localName} of ${lastSegment(name)} ${problem.words}`;
    found.push({ kind: problem.kind, words, subject: `${name}/@${localName}`, element });
  }
}

function unknownAttribute(model: ElementModel, namespace: string): { kind: DeviationKind; words: string } | undefined {
  const isAllowed = namespace !== '' && (model.open || namespace === NS.schemaInstance);
  return isAllowed ? undefined : { kind: 'unknown-attribute', words: '' };
}

function valueProblem(type: AttributeType, value: string): { kind: DeviationKind; words: string } | undefined {
  if ((type === 'id' || type === 'ref') && !isNcName(value)) {
    const words = `is ${show(value, 80)}, which is not a name XML allows as an ID`;
    return isNcName(`_${value}`) && value !== ''
      ? { kind: 'id-begins-wrongly', words: `${words}: it must begin with a letter or _` }
      : { kind: 'id-not-a-name', words };
  }
  if (type === 'time' && readInstant(value).ms === undefined) {
    return {
      kind: 'time-not-utc',
      words: `is ${show(value, 60)}, which is not a date and time in UTC (2025-01-31T12:00:00Z)`,
    };
  }
  return undefined;
}

function checkTextOnly(element: XmlElement, name: string, found: Found[]): void {
  const inner = element.children.find(isElement);
  if (!inner) return;
  const words = `${lastSegment(name)} must hold text only, and holds ${show(inner.localName, 60)}`;
  found.push({ kind: 'not-text-only', words, subject: name, element: inner });
}

function checkChildren(element: XmlElement, name: string, particles: readonly Particle[], found: Found[]): void {
  if (element.children.some(isStrayText)) {
    const words = `text stands between the elements of ${lastSegment(name)}`;
    found.push({ kind: 'stray-text', words, subject: name, element });
  }
  const counts: number[] = new Array(particles.length).fill(0);
  let reached = 0;
  let inner: XmlElement;
  let innerName: string;
  const say = (kind: DeviationKind, words: string) =>
    found.push({ kind, words, subject: `${name}/${innerName}`, element: inner });
  for (const node of element.children) {
    if (!isElement(node)) continue;
    inner = node;
    innerName = modelName(inner);
    const index = placeInSequence(particles, innerName);
    const particle = index === undefined ? undefined : particles[index];
    if (index === undefined || !particle) {
      say('unknown-element', `${show(inner.localName, 60)} has no place in ${lastSegment(name)}`);
      continue;
    }
    counts[index] = (counts[index] ?? 0) + 1;
    if ((counts[index] ?? 0) > particle.max)
      say('too-many', `${lastSegment(name)} holds more than one ${named(particle)}`);
    else if (index < reached) say('wrong-order', `${lastSegment(innerName)} stands too late in ${lastSegment(name)}`);
    reached = Math.max(reached, index);
    walk(inner, innerName, found);
  }
  checkMissing(element, name, particles, counts, found);
}

function checkMissing(
  element: XmlElement,
  name: string,
  particles: readonly Particle[],
  counts: readonly number[],
  found: Found[],
): void {
  for (let index = 0; index < particles.length; index++) {
    const particle = particles[index];
    if (!particle || (counts[index] ?? 0) >= particle.min) continue;
    const words = `${lastSegment(name)} has no ${named(particle)}`;
    found.push({ kind: 'missing-element', words, subject: `${name}/${particle.anyOf[0]}`, element });
  }
}

function isStrayText(node: XmlNode): boolean {
  return typeof node === 'string' && node.trim() !== '';
}

function named(particle: Particle): string {
  return listed(particle.anyOf.map(lastSegment), 'or');
}
