import type { Signature, SignatureProblem } from './evidence.js';
import { noteIds } from './ids.js';
import { NS } from './names.js';
import type { Certificate } from './parties.js';
import { present } from './present.js';
import { verifyDigest } from './signature-digest.js';
import { type Problem, readSignatureParts } from './signature-parts.js';
import { readReference } from './signature-reference.js';
import { verifySignatureValue } from './signature-value.js';
import { hasName, visitElements } from './walk.js';
import type { XmlDocument, XmlElement } from './xml.js';

// A genuine message carries at most one per assertion and one for the response; each costs a canonicalization.
const MAX_SIGNATURES = 16;

export interface JudgedElements {
  readonly response?: XmlElement;
  readonly assertion?: XmlElement;
}

/**
 * Every ds:Signature of a document with all that can be said of it, in document order. Facts, no verdict.
 *
 * @param judged The Response and the Assertion that are read, so that a signature can say which of them it stands on.
 * @param published Certificates of the IdP; the only keys that count.
 */
export function verifySignatures(
  document: XmlDocument,
  judged: JudgedElements,
  published: readonly Certificate[],
): Signature[] {
  const elements: XmlElement[] = [];
  const ids = new Map<string, XmlElement[]>();
  visitElements(document.root, (element) => {
    noteIds(element, ids);
    if (hasName(element, NS.signature, 'Signature')) elements.push(element);
  });
  return elements.map((element, index) => {
    const on = standsOn(element, judged);
    return index < MAX_SIGNATURES ? verifySignature(element, on, ids, published) : oneTooMany(element, on);
  });
}

function standsOn({ parent }: XmlElement, judged: JudgedElements): Signature['on'] {
  if (parent === undefined) return 'elsewhere';
  if (parent === judged.response) return 'Response';
  return parent === judged.assertion ? 'Assertion' : 'elsewhere';
}

function verifySignature(
  element: XmlElement,
  on: Signature['on'],
  ids: ReadonlyMap<string, readonly XmlElement[]>,
  published: readonly Certificate[],
): Signature {
  const parts = readSignatureParts(element);
  const reference = readReference(parts, ids);
  const digest = verifyDigest(parts, reference);
  const value = verifySignatureValue(parts, published);
  const { uri: referenceUri, referenced, transforms } = reference;
  const problems = placeProblems(element).concat(parts.problems, reference.problems, value.problems, digest.problems);
  const { facts: covered } = digest;
  const { facts: made } = value;
  // Written out: spreading the facts into one another took as long as finding them.
  return present({
    element,
    on,
    transforms,
    referenceUri,
    referenced,
    problems,
    digest: covered.digest,
    digestMethod: covered.digestMethod,
    digestExpected: covered.digestExpected,
    digestActual: covered.digestActual,
    digestWouldMatch: covered.digestWouldMatch,
    coveredText: covered.coveredText,
    value: made.value,
    verifiedBy: made.verifiedBy,
    valueWouldVerify: made.valueWouldVerify,
    signatureMethod: made.signatureMethod,
    canonicalizationMethod: made.canonicalizationMethod,
    embeddedCertificates: made.embeddedCertificates,
  });
}

/** A signature stands directly in the message, or in an assertion where a message may hold one (SAML core 5.4.1). */
function placeProblems(element: XmlElement): Problem[] {
  const { parent } = element;
  if (parent && isSignable(parent)) return [];
  const place = parent ? `in <${parent.localName}>` : 'alone';
  const isSigned = parent && ['Assertion', 'Response'].includes(parent.localName);
  const why = isSigned ? 'which is itself in the wrong place' : 'where SAML has no signature';
  return [{ kind: 'misplaced', detail: `The signature stands ${place}, ${why}.`, element }];
}

function isSignable(element: XmlElement): boolean {
  const { parent } = element;
  if (element.namespace === NS.protocol || element.namespace === NS.metadata) return parent === undefined;
  if (!hasName(element, NS.assertion, 'Assertion')) return false;
  if (parent === undefined || hasName(parent, NS.assertion, 'Advice')) return true;
  return parent.parent === undefined && hasName(parent, NS.protocol, 'Response');
}

function oneTooMany(element: XmlElement, on: Signature['on']): Signature {
  const kind: SignatureProblem = 'structure';
  const detail = `The message holds more than ${MAX_SIGNATURES} signatures; this one was not looked at.`;
  return {
    element,
    on,
    transforms: [],
    problems: [{ kind, detail, element }],
    digest: 'not-computed',
    value: 'not-checked',
    embeddedCertificates: [],
  };
}
