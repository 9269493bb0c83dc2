import { createHash } from 'node:crypto';
import { HarnessError } from '../errors.js';
import { digestHash } from './algorithms.js';
import { canonicalize } from './canonicalize.js';
import { certificateBase64 } from './certificate.js';
import { collectIds } from './ids.js';
import { CANONICALIZATION, DIGEST, NS, SIGNATURE_METHOD, TRANSFORM } from './names.js';
import { privateKeyFromPem } from './private-key.js';
import { readXml } from './read-xml.js';
import { signOctets } from './sign-octets.js';
import { child } from './walk.js';
import { element, type Markup, sequence, spacedElement, text } from './write-xml.js';
import type { XmlDocument, XmlElement } from './xml.js';

export interface SigningOptions {
  /** ID of the element that is signed and that will hold the signature. */
  readonly elementId: string;
  readonly privateKeyPem: string;
  /** Put into KeyInfo, in order; without any there is no KeyInfo. */
  readonly certificatePem?: string | readonly string[];
  /** Default: RSA or ECDSA with SHA-256, as the key is. */
  readonly signatureMethod?: string;
  /** Default: SHA-256. */
  readonly digestMethod?: string;
  /** Where the signature is put; default: after the Issuer if there is one (SAML core 2.3.3, 3.2.2), else first of all. */
  readonly placeAfter?: 'Issuer' | 'start-tag';
  /** How empty elements end: responses of Entra use `/>`, its metadata ` />`. */
  readonly emptyTag?: '/>' | ' />';
  /** Makes a deliberately defective signature: changes the SignedInfo before the value over it is computed. */
  readonly changeSignedInfo?: (signedInfo: string) => string;
  /** Another way to compute the value over the canonical SignedInfo, for deliberate defects too. */
  readonly computeValue?: (octets: Uint8Array) => Uint8Array;
}

/** Messages of the harness itself may be larger than what it accepts from others: metadata, 2,000 groups. */
const OWN_LIMITS = { maxBytes: 4 * 1024 * 1024, maxElements: 50_000, maxDepth: 64, maxAttributes: 64 };

/**
 * Puts an enveloped signature into a text (XML Signature 1.1; SAML core 5.4): exclusive canonicalization, one Reference, everything in
 * the default namespace, byte for byte as Entra writes it. The rest of the text stays as it is.
 *
 * @throws HarnessError `SIGNING_IMPOSSIBLE` when the text is not XML, has not exactly one such ID, or an algorithm is not known.
 */
export function signElement(xml: string, options: SigningOptions): string {
  const byteOrderMark = xml.startsWith('\uFEFF') ? '\uFEFF' : '';
  const content = xml.slice(byteOrderMark.length);
  const { document, problem } = readXml(content, OWN_LIMITS);
  if (!document) throw impossible(`What is to be signed cannot be read: ${problem.message}`);
  const signed = elementById(document, options.elementId);
  const signature = writeSignature(signed, options);
  const at = placeOf(signed, options.placeAfter);
  return byteOrderMark + content.slice(0, at) + signature + content.slice(at);
}

function elementById(document: XmlDocument, id: string): XmlElement {
  const [only, ...more] = collectIds(document.root).get(id) ?? [];
  if (!only) throw impossible(`No element has the ID ${id}.`);
  if (more.length > 0) throw impossible(`${more.length + 1} elements have the ID ${id}.`);
  return only;
}

function placeOf(signed: XmlElement, placeAfter: SigningOptions['placeAfter']): number {
  const issuer = placeAfter === 'start-tag' ? undefined : child(signed, NS.assertion, 'Issuer');
  if (placeAfter === 'Issuer' && !issuer)
    throw impossible(`${signed.localName} has no Issuer to put the signature after.`);
  return issuer ? issuer.end : signed.startTagEnd;
}

function writeSignature(signed: XmlElement, options: SigningOptions): Markup {
  const write = options.emptyTag === ' />' ? spacedElement : element;
  const key = privateKeyFromPem(options.privateKeyPem);
  const method =
    options.signatureMethod ??
    (key.asymmetricKeyType === 'ec' ? SIGNATURE_METHOD.ecdsaSha256 : SIGNATURE_METHOD.rsaSha256);
  const plain = writeSignedInfo(signed, method, options, write);
  const signedInfo = (options.changeSignedInfo?.(plain) ?? plain) as Markup;
  const octets = canonicalSignedInfo(signedInfo);
  const value = options.computeValue?.(octets) ?? signOctets(octets, key, method);
  if (!value) throw impossible(`This key cannot sign with ${method}.`);
  return write(
    'Signature',
    { xmlns: NS.signature },
    signedInfo,
    write('SignatureValue', {}, text(Buffer.from(value).toString('base64'))),
    keyInfo(options.certificatePem, write),
  );
}

function writeSignedInfo(signed: XmlElement, method: string, options: SigningOptions, write: typeof element): Markup {
  const digestMethod = options.digestMethod ?? DIGEST.sha256;
  const hash = digestHash(digestMethod);
  if (hash === undefined) throw impossible(`The digest ${digestMethod} is not known.`);
  const digest = createHash(hash).update(canonicalize(signed)).digest('base64');
  const algorithm = (name: string, uri: string) => write(name, { Algorithm: uri });
  return write(
    'SignedInfo',
    {},
    algorithm('CanonicalizationMethod', CANONICALIZATION.exclusive),
    algorithm('SignatureMethod', method),
    write(
      'Reference',
      { URI: `#${options.elementId}` },
      write(
        'Transforms',
        {},
        algorithm('Transform', TRANSFORM.enveloped),
        algorithm('Transform', CANONICALIZATION.exclusive),
      ),
      algorithm('DigestMethod', digestMethod),
      write('DigestValue', {}, text(digest)),
    ),
  );
}

/** Nothing but the default namespace is used inside, so the place it will stand in makes no difference. */
function canonicalSignedInfo(signedInfo: Markup): Uint8Array {
  const { document, problem } = readXml(element('Signature', { xmlns: NS.signature }, signedInfo), OWN_LIMITS);
  const root = document && child(document.root, NS.signature, 'SignedInfo');
  if (!root) throw impossible(`The SignedInfo cannot be read: ${problem?.message ?? 'it is not there'}`);
  return Buffer.from(canonicalize(root));
}

function keyInfo(certificatePem: SigningOptions['certificatePem'], write: typeof element): Markup | undefined {
  const certificates = typeof certificatePem === 'string' ? [certificatePem] : (certificatePem ?? []);
  if (certificates.length === 0) return undefined;
  const data = certificates.map((pem) => write('X509Certificate', {}, text(certificateBase64({ pem }))));
  return write('KeyInfo', {}, write('X509Data', {}, sequence(...data)));
}

function impossible(message: string): HarnessError {
  return new HarnessError('SIGNING_IMPOSSIBLE', message, 'Check the ID, the key and the algorithms.');
}
