import { decodeBase64 } from './base64.js';
import { certificateTexts } from './key-descriptors.js';
import { NS } from './names.js';
import { present } from './present.js';
import { attribute, child, children, textOf, visitElements } from './walk.js';
import type { XmlElement } from './xml.js';

/** One xenc:EncryptedKey: the content key, wrapped for one recipient. */
export interface WrappedKey {
  readonly algorithm?: string;
  readonly digestMethod?: string;
  readonly maskFunction?: string;
  readonly label?: Uint8Array;
  readonly octets?: Uint8Array;
  /** Base64 of the certificates it says it was wrapped for. */
  readonly certificates: readonly string[];
  /** Issuer and decimal serial number of the certificates it says it was wrapped for. */
  readonly issuerSerials: readonly { readonly issuer: string; readonly serialNumber: string }[];
}

/** The xenc:EncryptedData of a SAML encrypted element and the keys that open it. */
export interface EncryptedData {
  readonly algorithm?: string;
  readonly octets?: Uint8Array;
  readonly wrappedKeys: readonly WrappedKey[];
}

/**
 * Takes an encrypted element apart (SAML core 2.3.4; XML Encryption 1.1, section 3). The keys stand in KeyInfo of the EncryptedData,
 * beside it, or where a RetrievalMethod points.
 *
 * @returns `undefined` unless there is exactly one EncryptedData.
 */
export function readEncryptedData(encrypted: XmlElement): EncryptedData | undefined {
  const [data, ...more] = children(encrypted, NS.encryption, 'EncryptedData');
  if (!data || more.length > 0) return undefined;
  const keyInfo = child(data, NS.signature, 'KeyInfo');
  const inside = keyInfo ? children(keyInfo, NS.encryption, 'EncryptedKey') : [];
  const beside = children(encrypted, NS.encryption, 'EncryptedKey');
  const pointedAt = keyInfo ? retrieved(keyInfo, encrypted) : [];
  const method = child(data, NS.encryption, 'EncryptionMethod');
  return {
    ...present({ algorithm: method && attribute(method, 'Algorithm'), octets: cipherValue(data) }),
    wrappedKeys: [...new Set([...inside, ...pointedAt, ...beside])].map(readWrappedKey),
  };
}

/** The EncryptedKeys a RetrievalMethod of the same message points at. */
function retrieved(keyInfo: XmlElement, encrypted: XmlElement): XmlElement[] {
  const wanted = children(keyInfo, NS.signature, 'RetrievalMethod').map((method) => attribute(method, 'URI'));
  if (wanted.length === 0) return [];
  let root = encrypted;
  while (root.parent) root = root.parent;
  const found: XmlElement[] = [];
  visitElements(root, (element) => {
    const isKey = element.localName === 'EncryptedKey' && element.namespace === NS.encryption;
    if (isKey && wanted.includes(`#${attribute(element, 'Id') ?? ''}`)) found.push(element);
  });
  return found;
}

function readWrappedKey(key: XmlElement): WrappedKey {
  const method = child(key, NS.encryption, 'EncryptionMethod');
  const digest = method && child(method, NS.signature, 'DigestMethod');
  const mask = method && child(method, NS.encryption11, 'MGF');
  const params = method && child(method, NS.encryption, 'OAEPparams');
  const keyInfo = child(key, NS.signature, 'KeyInfo');
  return {
    ...present({
      algorithm: method && attribute(method, 'Algorithm'),
      digestMethod: digest && attribute(digest, 'Algorithm'),
      maskFunction: mask && attribute(mask, 'Algorithm'),
      label: params && octetsOf(params),
      octets: cipherValue(key),
    }),
    certificates: keyInfo ? certificateTexts(keyInfo) : [],
    issuerSerials: keyInfo ? issuerSerials(keyInfo) : [],
  };
}

function issuerSerials(keyInfo: XmlElement): { issuer: string; serialNumber: string }[] {
  const data = children(keyInfo, NS.signature, 'X509Data');
  return data
    .flatMap((one) => children(one, NS.signature, 'X509IssuerSerial'))
    .map((one) => {
      const [name, number] = ['X509IssuerName', 'X509SerialNumber'].map((tag) => child(one, NS.signature, tag));
      return { issuer: name ? textOf(name).trim() : '', serialNumber: number ? textOf(number).trim() : '' };
    });
}

function cipherValue(element: XmlElement): Uint8Array | undefined {
  const data = child(element, NS.encryption, 'CipherData');
  const value = data && child(data, NS.encryption, 'CipherValue');
  return value && octetsOf(value);
}

/** xs:base64Binary, which may hold white space; `undefined` when it is not base64 or empty. */
function octetsOf(element: XmlElement): Uint8Array | undefined {
  const bytes = decodeBase64(textOf(element).replace(/\s+/g, ''))?.bytes;
  return bytes && bytes.length > 0 ? bytes : undefined;
}
