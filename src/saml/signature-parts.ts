import type { Signature, SignatureProblem } from './evidence.js';
import { NS } from './names.js';
import { present } from './present.js';
import { child, childElements, children, hasName, visitElements } from './walk.js';
import type { XmlElement, XmlNode } from './xml.js';

export type Problem = Signature['problems'][number];

/** The elements of one ds:Signature, as far as they are there, and what XML Signature does not allow among them. */
export interface SignatureParts {
  readonly element: XmlElement;
  /** The first SignedInfo that is a child. */
  readonly signedInfo?: XmlElement;
  readonly canonicalizationMethod?: XmlElement;
  readonly signatureMethod?: XmlElement;
  /** The first Reference of `signedInfo`. */
  readonly reference?: XmlElement;
  readonly transforms: readonly XmlElement[];
  readonly digestMethod?: XmlElement;
  readonly digestValue?: XmlElement;
  readonly signatureValue?: XmlElement;
  readonly keyInfo?: XmlElement;
  /** True when SignedInfo and Reference are there once, so that there is one thing to compute. */
  readonly isUnambiguous: boolean;
  readonly problems: readonly Problem[];
}

type Report = (kind: SignatureProblem, detail: string, at: XmlElement) => void;

/** Takes a ds:Signature apart (XML Signature 1.1, section 4; SAML core 5.4). */
export function readSignatureParts(element: XmlElement): SignatureParts {
  const problems: Problem[] = [];
  const report: Report = (kind, detail, at) => problems.push({ kind, detail, element: at });
  const signedInfos = inspectInside(element, report);
  const signedInfo = part(element, 'SignedInfo');
  const references = signedInfo ? children(signedInfo, NS.signature, 'Reference') : [];
  if (signedInfo && references.length === 0)
    report('no-reference', 'SignedInfo names nothing that is signed.', signedInfo);
  if (signedInfo && references.length > 1) {
    report('several-references', `SignedInfo holds ${references.length} References; SAML allows one.`, signedInfo);
  }
  const reference = references[0];
  reportStructure(element, SIGNATURE_CHILDREN, report);
  if (signedInfo) reportStructure(signedInfo, SIGNED_INFO_CHILDREN, report);
  if (reference) reportStructure(reference, REFERENCE_CHILDREN, report);
  const transforms = part(reference, 'Transforms');
  return present({
    element,
    signedInfo,
    canonicalizationMethod: part(signedInfo, 'CanonicalizationMethod'),
    signatureMethod: part(signedInfo, 'SignatureMethod'),
    reference,
    transforms: transforms ? children(transforms, NS.signature, 'Transform') : [],
    digestMethod: part(reference, 'DigestMethod'),
    digestValue: part(reference, 'DigestValue'),
    signatureValue: part(element, 'SignatureValue'),
    keyInfo: part(element, 'KeyInfo'),
    isUnambiguous: signedInfos === 1 && references.length === 1,
    problems,
  });
}

function part(element: XmlElement | undefined, localName: string): XmlElement | undefined {
  return element && child(element, NS.signature, localName);
}

// The names of the children in order, each followed by a blank. Objects, a missing or a second part have problems of their own.
const SIGNATURE_CHILDREN = /^(SignedInfo )*SignatureValue (KeyInfo )?(Object )*$/;
const SIGNED_INFO_CHILDREN = /^CanonicalizationMethod SignatureMethod (Reference )*$/;
const REFERENCE_CHILDREN = /^(Transforms )?DigestMethod DigestValue $/;

function reportStructure(element: XmlElement, allowed: RegExp, report: Report): void {
  let names = '';
  for (const { namespace, localName } of childElements(element)) {
    names += `${namespace === NS.signature ? localName : `{${namespace}}${localName}`} `;
  }
  if (allowed.test(names)) return;
  const holds = names === '' ? 'nothing' : names.trim().replaceAll(' ', ', ');
  report(
    'structure',
    `${element.localName} holds ${holds}; XML Signature wants other children or another order.`,
    element,
  );
}

/**
 * One SignedInfo, no Object (SAML errata E91), and no node that a reader might skip and another not.
 *
 * @returns How many SignedInfo elements there are, at any depth.
 */
function inspectInside(signature: XmlElement, report: Report): number {
  let signedInfos = 0;
  let interrupted: XmlElement | undefined;
  visitElements(signature, (element) => {
    if (hasName(element, NS.signature, 'SignedInfo')) signedInfos++;
    interrupted ??= element.children.some(isNeitherTextNorElement) ? element : undefined;
  });
  if (!part(signature, 'SignedInfo')) report('signed-info-missing', 'The signature has no SignedInfo.', signature);
  if (signedInfos > 1)
    report('several-signed-infos', `The signature holds ${signedInfos} SignedInfo elements.`, signature);
  const object = part(signature, 'Object');
  if (object) report('object-present', 'The signature carries an Object, in which anything could be hidden.', object);
  if (interrupted) {
    const detail = `A comment or processing instruction stands inside ${interrupted.localName}.`;
    report('comment-inside', detail, interrupted);
  }
  return signedInfos;
}

function isNeitherTextNorElement(node: XmlNode): boolean {
  return typeof node !== 'string' && node.kind !== 'element';
}
