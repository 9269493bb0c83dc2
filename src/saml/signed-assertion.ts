import { canonicalize } from './canonicalize.js';
import type { Evidence, Signature } from './evidence.js';
import { NS } from './names.js';
import { present } from './present.js';
import { readAssertion, readResponse } from './read-response.js';
import { readXml } from './read-xml.js';
import { isSound } from './sound-signature.js';
import type { Assertion } from './types.js';
import { hasName } from './walk.js';
import type { XmlDocument } from './xml.js';

/**
 * The assertion as the IdP signed it, read again from the canonical text a published key stands for, never from the message itself.
 * The only source of identity and claims.
 *
 * @returns `undefined` unless a signature on the assertion or the response matches, verifies and has no problem, and covers
 *   the assertion that is judged; and unless every other signature holds too, those of assertions given as advice aside.
 */
export function readSignedAssertion(evidence: Partial<Evidence>): Assertion | undefined {
  const known = (evidence as Asked)[READ];
  if (known) return known.assertion;
  const assertion = readOnce(evidence);
  // Not enumerable: evidence that is copied and changed must be read anew.
  Object.defineProperty(evidence, READ, { value: present({ assertion }) });
  return assertion;
}

/**
 * Of one message several ask, each for a part; it is read for the first, and forgotten with the message. Kept by the message itself:
 * what a WeakMap holds outlives every collection of the young generation, which made those take ten times as long.
 */
const READ = Symbol('read');
type Asked = Partial<Evidence> & { readonly [READ]?: { readonly assertion?: Assertion } };

function readOnce(evidence: Partial<Evidence>): Assertion | undefined {
  const { assertion, response, signatures = [] } = evidence;
  if (!assertion || !response) return undefined;
  if (response.assertions.length + response.encryptedAssertions.length !== 1) return undefined;
  const sound = signatures.filter(isSound);
  if (signatures.some((signature) => !sound.includes(signature) && !isAdvice(signature))) return undefined;
  const onAssertion = sound.find(({ on, referenced }) => on === 'Assertion' && referenced === assertion.element);
  if (onAssertion) return fromAssertionText(onAssertion.coveredText);
  const onResponse = sound.find(({ on, referenced }) => on === 'Response' && referenced === response.element);
  return onResponse && fromResponseText(onResponse.coveredText, evidence);
}

function isAdvice({ element, on }: Signature): boolean {
  const advice = element.parent?.parent;
  return on === 'elsewhere' && advice !== undefined && hasName(advice, NS.assertion, 'Advice');
}

function fromAssertionText(coveredText: string | undefined): Assertion | undefined {
  const root = coveredText === undefined ? undefined : readCovered(coveredText)?.root;
  return root && hasName(root, NS.assertion, 'Assertion') ? readAssertion(root) : undefined;
}

function fromResponseText(coveredText: string | undefined, evidence: Partial<Evidence>): Assertion | undefined {
  const document = coveredText === undefined ? undefined : readCovered(coveredText);
  const response = document && readResponse(document);
  if (!response || response.assertions.length + response.encryptedAssertions.length !== 1) return undefined;
  const [plain] = response.assertions;
  if (plain) return evidence.assertionDocument === evidence.document ? readAssertion(plain) : undefined;
  const [encrypted] = response.encryptedAssertions;
  const { encryption, assertion } = evidence;
  if (!encrypted || !encryption || !assertion || encryption.outcome !== 'decrypted') return undefined;
  // What was decrypted has to be what the signature covers; its plain text is then as good as signed.
  if (canonicalize(encrypted) !== canonicalize(encryption.element)) return undefined;
  return fromAssertionText(canonicalize(assertion.element));
}

// Nothing can be larger here than what the message's own limits let through.
const NO_LIMITS = { maxBytes: Infinity, maxElements: Infinity, maxDepth: Infinity, maxAttributes: Infinity };

function readCovered(coveredText: string): XmlDocument | undefined {
  return readXml(coveredText, NO_LIMITS).document;
}
