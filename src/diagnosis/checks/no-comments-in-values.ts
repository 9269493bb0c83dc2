import { NS } from '../../saml/names.js';
import { isElement } from '../../saml/walk.js';
import type { XmlDocument, XmlElement } from '../../saml/xml.js';
import { defineCheck, type Outcome } from '../check.js';
import { fail, pass, place } from '../outcomes.js';
import { show } from '../show.js';
import { exclusiveC14n, samlCore, xmlSignature } from '../sources.js';

const kinds = {
  comment: 'a comment splits a value',
  'processing-instruction': 'a processing instruction stands in the message',
  cdata: 'a CDATA section holds a value',
  'between-elements': 'a comment between elements, where it changes nothing',
} as const;

/** More than this many in one message is no accident, and each one costs a walk through the tree. */
const MOST = 100;

const NAMES = {
  comment: 'comment',
  'processing-instruction': 'processing instruction',
  cdata: 'CDATA section',
} as const;

interface Intruder {
  readonly kind: keyof typeof NAMES;
  readonly offset: number;
  readonly element: XmlElement;
  readonly document: XmlDocument;
}

export const noCommentsInValues = defineCheck({
  id: 'no-comments-in-values',
  title: 'No comment or processing instruction splits a value',
  stage: 'xml',
  severity: 'error',
  why: 'A signature does not see comments, but a careless reader stops at them: user@victim.com<!-- -->.evil.com then becomes user@victim.com. Identity providers send neither comments nor processing instructions.',
  spec: [exclusiveC14n('1'), samlCore('5.4.3'), xmlSignature('8.1.2')],
  needs: ['document'],
  kinds,
  remedies: ['no-comments', 'treat-as-attack'],
  run({ document }, expected, { assertionDocument }): Outcome {
    const intruders = [
      document,
      ...(assertionDocument && assertionDocument !== document ? [assertionDocument] : []),
    ].flatMap(intrudersIn);
    const harmful =
      intruders.length > MOST
        ? intruders[0]
        : intruders.find((one) => one.kind === 'processing-instruction' || isValue(one.element));
    const found = harmful ?? intruders[0];
    if (!found) return pass();
    const { kind, offset, element } = found;
    const where = isInSignature(element)
      ? `the signature (${show(element.localName, 60)})`
      : show(element.localName, 60);
    return fail(expected, {
      kind: harmful ? kind : 'between-elements',
      summary: harmful
        ? `A ${NAMES[kind]} stands in ${where}: readers disagree about the value around it, and a signature does not protect against it.`
        : `A ${NAMES[kind]} stands between elements in ${where}. It changes no value, but identity providers do not send any.`,
      expected: 'text only',
      actual: found.document.text.slice(offset, offset + 80),
      at: place(found.document, offset),
      severity: harmful ? undefined : 'warning',
      remedies: ['no-comments', 'treat-as-attack'],
    });
  },
});

function intrudersIn(document: XmlDocument): Intruder[] {
  const found = [
    ...document.processingInstructions.map((offset) => ({ kind: 'processing-instruction' as const, offset })),
    ...document.comments.map((offset) => ({ kind: 'comment' as const, offset })),
    ...document.cdataSections.map((offset) => ({ kind: 'cdata' as const, offset })),
  ].slice(0, MOST + 1);
  return found.map((one) => ({ ...one, element: innermost(document.root, one.offset), document }));
}

function innermost(element: XmlElement, offset: number): XmlElement {
  const inner = element.children.filter(isElement).find((child) => child.startTagEnd <= offset && offset < child.end);
  return inner ? innermost(inner, offset) : element;
}

/** An element that holds text, or nothing but what intrudes; or one whose text the intruder could hide. */
function isValue(element: XmlElement): boolean {
  if (element.children.some((node) => typeof node === 'string' && node.trim() !== '')) return true;
  return !element.children.some(isElement);
}

function isInSignature(element: XmlElement | undefined): boolean {
  return element !== undefined && (element.namespace === NS.signature || isInSignature(element.parent));
}
