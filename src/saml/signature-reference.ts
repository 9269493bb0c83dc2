import { isCanonicalization } from './algorithms.js';
import { idOf } from './ids.js';
import { CANONICALIZATION, NS, TRANSFORM } from './names.js';
import { present } from './present.js';
import type { Problem, SignatureParts } from './signature-parts.js';
import { attribute, child } from './walk.js';
import type { XmlElement } from './xml.js';

export interface ReferenceRead {
  readonly uri?: string;
  readonly transforms: readonly string[];
  /** The element pointed at, when exactly one carries the ID. */
  readonly referenced?: XmlElement;
  readonly inclusivePrefixes: readonly string[];
  /** True when only transforms stand there that this reader computes. */
  readonly isComputable: boolean;
  readonly problems: readonly Problem[];
}

/** What a Reference points at and how it is transformed (SAML core 5.4.2 to 5.4.4). */
export function readReference(parts: SignatureParts, ids: ReadonlyMap<string, readonly XmlElement[]>): ReferenceRead {
  const { reference, transforms } = parts;
  if (!reference) return { transforms: [], inclusivePrefixes: [], isComputable: false, problems: [] };
  const uri = attribute(reference, 'URI');
  const { referenced, problem } = resolve(uri, reference, parts.element.parent, ids);
  const names = transforms.map((transform) => attribute(transform, 'Algorithm') ?? '');
  const transformProblems = judgeTransforms(names, transforms, reference);
  const exclusive = transforms[names.indexOf(CANONICALIZATION.exclusive)];
  return present({
    uri,
    referenced,
    transforms: names,
    inclusivePrefixes: exclusive ? readInclusivePrefixes(exclusive) : [],
    isComputable:
      names.length > 0 && names.every((name) => COMPUTED.includes(name)) && names.at(-1) !== TRANSFORM.enveloped,
    problems: problem ? [problem, ...transformProblems] : transformProblems,
  });
}

// A reference by ID leaves comments out whatever the canonicalization is called (XML Signature 1.1, 4.4.3.3).
const COMPUTED: readonly string[] = [
  TRANSFORM.enveloped,
  CANONICALIZATION.exclusive,
  CANONICALIZATION.exclusiveWithComments,
];

/** `PrefixList` of an exclusive canonicalization's InclusiveNamespaces. */
export function readInclusivePrefixes(method: XmlElement): string[] {
  const list = child(method, NS.exclusiveC14n, 'InclusiveNamespaces');
  return (list && attribute(list, 'PrefixList'))?.split(/\s+/).filter((prefix) => prefix !== '') ?? [];
}

function resolve(
  uri: string | undefined,
  reference: XmlElement,
  parent: XmlElement | undefined,
  ids: ReadonlyMap<string, readonly XmlElement[]>,
): { referenced?: XmlElement; problem?: Problem } {
  const fault = (kind: Problem['kind'], detail: string) => ({ problem: { kind, detail, element: reference } });
  if (uri === undefined || uri === '') {
    return fault('reference-empty', 'The Reference has no URI, so it names the whole document instead of one element.');
  }
  if (!uri.startsWith('#') || /[()]/.test(uri)) {
    return fault(
      'reference-not-same-document',
      `The Reference "${uri.slice(0, 80)}" is not the ID of an element of this message.`,
    );
  }
  const carriers = ids.get(uri.slice(1)) ?? [];
  const referenced = carriers[0];
  if (!referenced)
    return fault('reference-dangling', `No element has the ID "${uri.slice(1, 80)}" the Reference names.`);
  if (carriers.length > 1) {
    return fault('reference-ambiguous', `The ID "${uri.slice(1, 80)}" stands ${carriers.length} times in the message.`);
  }
  if (referenced !== parent || idOf(referenced) !== uri.slice(1)) {
    const detail = `The signature stands in ${parent?.localName ?? 'no element'} but covers another element, ${referenced.localName}.`;
    return { referenced, ...fault('reference-not-parent', detail) };
  }
  return { referenced };
}

function judgeTransforms(
  names: readonly string[],
  transforms: readonly XmlElement[],
  reference: XmlElement,
): Problem[] {
  const problems: Problem[] = [];
  for (let index = 0; index < names.length; index++) {
    const name = names[index] ?? '';
    if (name === TRANSFORM.enveloped || name === CANONICALIZATION.exclusive) continue;
    const kind = isCanonicalization(name) ? 'canonicalization-not-allowed' : 'transform-not-allowed';
    problems.push({
      kind,
      detail: `The transform "${name.slice(0, 80)}" is not allowed.`,
      element: transforms[index] ?? reference,
    });
  }
  if (names.length > 2) {
    problems.push({
      kind: 'too-many-transforms',
      detail: `There are ${names.length} transforms; two are allowed.`,
      element: reference,
    });
  }
  if (problems.length > 0) return problems;
  if (names[0] !== TRANSFORM.enveloped) {
    problems.push({ kind: 'structure', detail: 'The first transform is not enveloped-signature.', element: reference });
  }
  if (names.at(-1) !== CANONICALIZATION.exclusive) {
    const detail = 'The last transform is not exclusive canonicalization.';
    problems.push({ kind: 'canonicalization-not-allowed', detail, element: reference });
  }
  return problems;
}
