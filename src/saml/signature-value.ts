import { constants, type KeyObject, verify } from 'node:crypto';
import { type SignatureAlgorithm, signatureAlgorithm } from './algorithms.js';
import { decodeBase64 } from './base64.js';
import { canonicalize } from './canonicalize.js';
import { certificateFromDer } from './certificates.js';
import type { Signature } from './evidence.js';
import { CANONICALIZATION, NS } from './names.js';
import type { Certificate } from './parties.js';
import { withoutIndentation } from './signature-digest.js';
import type { Problem, SignatureParts } from './signature-parts.js';
import { readInclusivePrefixes } from './signature-reference.js';
import { attribute, children, textOf } from './walk.js';
import type { XmlElement } from './xml.js';

type ValueFacts = Pick<
  Signature,
  'value' | 'verifiedBy' | 'valueWouldVerify' | 'signatureMethod' | 'canonicalizationMethod' | 'embeddedCertificates'
>;

// A message that carries more certificates than this is playing games; nobody needs to see them all.
const MAX_EMBEDDED_CERTIFICATES = 4;

/** Checks SignatureValue against the published keys, and, only to say so, against the certificates the message brings along. */
export function verifySignatureValue(
  parts: SignatureParts,
  published: readonly Certificate[],
): { facts: ValueFacts; problems: Problem[] } {
  const { signedInfo, signatureMethod, canonicalizationMethod, signatureValue, keyInfo } = parts;
  const problems: Problem[] = [];
  const report = (kind: Problem['kind'], detail: string, element: XmlElement) =>
    problems.push({ kind, detail, element });
  const method = signatureMethod && attribute(signatureMethod, 'Algorithm');
  const canonicalization = canonicalizationMethod && attribute(canonicalizationMethod, 'Algorithm');
  const embeddedCertificates = keyInfo ? readEmbeddedCertificates(keyInfo) : [];
  const known = {
    embeddedCertificates,
    ...(method !== undefined && { signatureMethod: method }),
    ...(canonicalization !== undefined && { canonicalizationMethod: canonicalization }),
  };
  if (canonicalizationMethod && canonicalization !== CANONICALIZATION.exclusive) {
    const detail = `The canonicalization "${canonicalization?.slice(0, 80) ?? ''}" is not allowed.`;
    report('canonicalization-not-allowed', detail, canonicalizationMethod);
  }
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
  if (!parts.isUnambiguous || !algorithm || !signature || !data)
    return { facts: { ...known, value: 'not-checked' }, problems };
  if (signatureMethod && published.length > 0 && !published.some(({ publicKey }) => fits(publicKey, algorithm))) {
    report('key-type-mismatch', `No published key can have made a signature of the kind "${method}".`, signatureMethod);
  }
  const verifiedBy = (certificates: readonly Certificate[], octets = data) =>
    certificates.find(
      ({ publicKey }) => fits(publicKey, algorithm) && isSignature(octets, signature, publicKey, algorithm),
    );
  return { facts: { ...known, ...judge(verifiedBy, data, published, embeddedCertificates) }, problems };
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

function readSignatureValue(
  element: XmlElement,
  report: (kind: Problem['kind'], detail: string, element: XmlElement) => void,
): Buffer | undefined {
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

function fits(key: KeyObject, { scheme }: SignatureAlgorithm): boolean {
  if (scheme === 'ec') return key.asymmetricKeyType === 'ec';
  return key.asymmetricKeyType === 'rsa' || (scheme === 'rsa-pss' && key.asymmetricKeyType === 'rsa-pss');
}

function isSignature(data: Buffer, signature: Buffer, key: KeyObject, { hash, scheme }: SignatureAlgorithm): boolean {
  try {
    if (scheme === 'rsa') return verify(hash, data, key, signature);
    // XML Signature writes r and s side by side, not as DER (XML Signature 1.1, 6.4.3).
    if (scheme === 'ec') return verify(hash, data, { key, dsaEncoding: 'ieee-p1363' }, signature);
    const { RSA_PKCS1_PSS_PADDING: padding, RSA_PSS_SALTLEN_DIGEST: saltLength } = constants;
    return verify(hash, data, { key, padding, saltLength }, signature);
  } catch {
    return false;
  }
}

/** X509Certificates of a KeyInfo, in order. What is not a certificate is left out: it is never trusted anyway. */
function readEmbeddedCertificates(keyInfo: XmlElement): Certificate[] {
  const certificates: Certificate[] = [];
  for (const data of children(keyInfo, NS.signature, 'X509Data')) {
    for (const element of children(data, NS.signature, 'X509Certificate')) {
      const der = certificates.length < MAX_EMBEDDED_CERTIFICATES && decodeBase64(textOf(element).replace(/\s+/g, ''));
      if (!der) continue;
      try {
        certificates.push(certificateFromDer(der.bytes));
      } catch {
        // Shown as what it is in the message; nothing can be said about it.
      }
    }
  }
  return certificates;
}
