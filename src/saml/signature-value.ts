import { signatureAlgorithm } from './algorithms.js';
import { decodeBase64 } from './base64.js';
import { canonicalize } from './canonicalize.js';
import { readEmbeddedCertificates } from './embedded-certificates.js';
import type { Signature } from './evidence.js';
import { CANONICALIZATION } from './names.js';
import type { Certificate } from './parties.js';
import { present } from './present.js';
import { fits, verifyOctets } from './sign-octets.js';
import { withoutIndentation } from './signature-digest.js';
import type { Problem, SignatureParts } from './signature-parts.js';
import { readInclusivePrefixes } from './signature-reference.js';
import { attribute, textOf } from './walk.js';
import type { XmlElement } from './xml.js';

type ValueFacts = Pick<
  Signature,
  'value' | 'verifiedBy' | 'valueWouldVerify' | 'signatureMethod' | 'canonicalizationMethod' | 'embeddedCertificates'
>;

/** Checks SignatureValue against the published keys, and, only to say so, against the certificates the message brings along. */
export function verifySignatureValue(
  parts: SignatureParts,
  published: readonly Certificate[],
): { facts: ValueFacts; problems: Problem[] } {
  const { signedInfo, signatureMethod, canonicalizationMethod, signatureValue, keyInfo } = parts;
  const problems: Problem[] = [];
  const report: Report = (kind, detail, element) => problems.push({ kind, detail, element });
  const method = signatureMethod && attribute(signatureMethod, 'Algorithm');
  const known = present({
    embeddedCertificates: keyInfo ? readEmbeddedCertificates(keyInfo) : [],
    signatureMethod: method,
    canonicalizationMethod: canonicalizationMethod && readCanonicalization(canonicalizationMethod, report),
  });
  const algorithm = signatureAlgorithm(method);
  if (signatureMethod && !algorithm) {
    report(
      'algorithm-not-allowed',
      `The signature algorithm "${method?.slice(0, 80) ?? ''}" is not computed.`,
      signatureMethod,
    );
  }
  const signature = signatureValue && readSignatureValue(signatureValue, report);
  const data = signedInfo && canonicalizationMethod && canonicalSignedInfo(signedInfo, canonicalizationMethod);
  if (!parts.isUnambiguous || !method || !algorithm || !signature || !data) {
    return { facts: Object.assign(known, { value: 'not-checked' as const }), problems };
  }
  if (signatureMethod && published.length > 0 && !published.some(({ publicKey }) => fits(publicKey, algorithm))) {
    report('key-type-mismatch', `No published key can have made a signature of the kind "${method}".`, signatureMethod);
  }
  const verifiedBy = (certificates: readonly Certificate[], octets = data) =>
    certificates.find(({ publicKey }) => verifyOctets(octets, publicKey, method, signature));
  return { facts: Object.assign(known, judge(verifiedBy, data, published, known.embeddedCertificates)), problems };
}

function judge(
  verifiedBy: (certificates: readonly Certificate[], octets?: Buffer) => Certificate | undefined,
  data: Buffer,
  published: readonly Certificate[],
  embedded: readonly Certificate[],
): Pick<Signature, 'value' | 'verifiedBy' | 'valueWouldVerify'> {
  const certificate = verifiedBy(published);
  if (certificate) return { value: 'verifies', verifiedBy: certificate };
  if (verifiedBy(embedded)) return { value: 'verifies-with-embedded-key' };
  if (published.length === 0) return { value: 'not-checked' };
  const text = data.toString('utf8');
  const compact = withoutIndentation(text);
  const isIndented = compact !== text && verifiedBy([...published, ...embedded], Buffer.from(compact));
  return isIndented ? { value: 'fails', valueWouldVerify: 'white-space-removed' } : { value: 'fails' };
}

type Report = (kind: Problem['kind'], detail: string, element: XmlElement) => void;

function readCanonicalization(method: XmlElement, report: Report): string | undefined {
  const uri = attribute(method, 'Algorithm');
  if (uri !== CANONICALIZATION.exclusive) {
    report('canonicalization-not-allowed', `The canonicalization "${uri?.slice(0, 80) ?? ''}" is not allowed.`, method);
  }
  return uri;
}

function readSignatureValue(element: XmlElement, report: Report): Buffer | undefined {
  const text = textOf(element).replace(/\s+/g, '');
  if (text === '') {
    report('signature-value-empty', 'The SignatureValue is empty.', element);
    return undefined;
  }
  const read = decodeBase64(text);
  if (!read) report('structure', 'The SignatureValue is not base64.', element);
  return read?.bytes;
}

/** The bytes that are signed; undefined for a canonicalization this reader does not compute. */
function canonicalSignedInfo(signedInfo: XmlElement, method: XmlElement): Buffer | undefined {
  const uri = attribute(method, 'Algorithm');
  const withComments = uri === CANONICALIZATION.exclusiveWithComments;
  if (uri !== CANONICALIZATION.exclusive && !withComments) return undefined;
  return Buffer.from(canonicalize(signedInfo, { inclusivePrefixes: readInclusivePrefixes(method), withComments }));
}
