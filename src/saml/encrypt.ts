import type { Random } from '../clock.js';
import { HarnessError } from '../errors.js';
import { blockCipher, encipher } from './block-cipher.js';
import { canonicalize } from './canonicalize.js';
import { certificateFromPem } from './certificate.js';
import { keyTransport, wrapKey } from './key-transport.js';
import { startOf } from './locate.js';
import { METADATA_LIMITS } from './metadata-limits.js';
import { BLOCK_ENCRYPTION, DIGEST, KEY_TRANSPORT, NS } from './names.js';
import type { Certificate } from './parties.js';
import { readXml } from './read-xml.js';
import { child, hasName } from './walk.js';
import { element, type Markup, text } from './write-xml.js';

export interface EncryptionOptions {
  /** Of the service provider; RSA. */
  readonly certificatePem: string;
  readonly random: Random;
  /** Default: AES-256-CBC, and RSA-OAEP with SHA-1: inferred of Entra, whose documentation says no more than "AES-256". */
  readonly blockAlgorithm?: string;
  readonly keyTransport?: string;
  /** Of `rsa-oaep` (XML Encryption 1.1) only, for label and mask alike. */
  readonly oaepDigest?: string;
  /** Makes a deliberately defective message: changes the text that is encrypted. */
  readonly changePlaintext?: (assertion: string) => string;
}

/**
 * Puts an EncryptedAssertion in the place of the first Assertion of a Response (SAML core 2.3.4). A signature of the assertion goes
 * along; one of the response has to be made afterwards. What is encrypted is the canonical form, which needs nothing from outside.
 *
 * @throws HarnessError `ENCRYPTION_IMPOSSIBLE` when there is no Assertion, or an algorithm or the key does not do.
 */
export function encryptAssertion(xml: string, options: EncryptionOptions): string {
  const { document, problem } = readXml(xml, METADATA_LIMITS);
  if (!document) throw impossible(`What is to be encrypted cannot be read: ${problem.message}`);
  const { root } = document;
  const assertion = hasName(root, NS.assertion, 'Assertion') ? root : child(root, NS.assertion, 'Assertion');
  if (!assertion) throw impossible('There is no Assertion to encrypt.');
  const canonical = canonicalize(assertion);
  const encrypted = encryptText(options.changePlaintext?.(canonical) ?? canonical, options);
  return xml.slice(0, startOf(document, assertion)) + encrypted + xml.slice(assertion.end);
}

function encryptText(plaintext: string, options: EncryptionOptions): Markup {
  const { random, blockAlgorithm = BLOCK_ENCRYPTION.aes256Cbc } = options;
  const cipher = blockCipher(blockAlgorithm);
  if (!cipher) throw impossible(`The cipher ${blockAlgorithm} is not known.`);
  const key = random.bytes(cipher.keyLength);
  const noise = { iv: random.bytes(cipher.ivLength), padding: random.bytes(cipher.ivLength) };
  const octets = encipher(cipher, key, noise, Buffer.from(plaintext));
  return element(
    'EncryptedAssertion',
    { xmlns: NS.assertion },
    element(
      'xenc:EncryptedData',
      { Type: `${NS.encryption}Element`, 'xmlns:xenc': NS.encryption },
      element('xenc:EncryptionMethod', { Algorithm: blockAlgorithm }),
      element('KeyInfo', { xmlns: NS.signature }, encryptKey(key, options)),
      cipherData('xenc', octets),
    ),
  );
}

function encryptKey(key: Uint8Array, options: EncryptionOptions): Markup {
  const { keyTransport: algorithm = KEY_TRANSPORT.rsaOaepMgf1p, oaepDigest = DIGEST.sha1 } = options;
  const certificate = certificateFromPem(options.certificatePem);
  const { method, mask } = keyMethod(algorithm, oaepDigest);
  const transport = keyTransport(algorithm, {
    digestMethod: oaepDigest,
    ...(mask !== undefined && { maskFunction: mask }),
  });
  if (!transport || (transport.scheme === 'rsa-oaep' && transport.hash !== transport.maskHash)) {
    throw impossible(`A key cannot be wrapped with ${algorithm} and ${oaepDigest}.`);
  }
  if (certificate.publicKey.asymmetricKeyType !== 'rsa') throw impossible('The certificate holds no RSA key.');
  return element(
    'e:EncryptedKey',
    { 'xmlns:e': NS.encryption },
    method,
    element('KeyInfo', {}, issuerSerial(certificate)),
    cipherData('e', wrapKey(transport, certificate.publicKey, key)),
  );
}

function keyMethod(algorithm: string, oaepDigest: string): { method: Markup; mask?: string } {
  const digest = algorithm !== KEY_TRANSPORT.rsa15 && element('DigestMethod', { Algorithm: oaepDigest });
  if (algorithm !== KEY_TRANSPORT.rsaOaep)
    return { method: element('e:EncryptionMethod', { Algorithm: algorithm }, digest) };
  const mask = `${NS.encryption11}mgf1${/sha\d+$/.exec(oaepDigest)?.[0] ?? ''}`;
  const maskFunction = element('e11:MGF', { Algorithm: mask, 'xmlns:e11': NS.encryption11 });
  return { method: element('e:EncryptionMethod', { Algorithm: algorithm }, digest, maskFunction), mask };
}

/** How the recipient finds out which of its keys is meant. */
function issuerSerial({ issuer, serialNumber }: Certificate): Markup {
  return element(
    'X509Data',
    {},
    element(
      'X509IssuerSerial',
      {},
      element('X509IssuerName', {}, text(issuer)),
      element('X509SerialNumber', {}, text(BigInt(`0x${serialNumber}`).toString())),
    ),
  );
}

function cipherData(prefix: string, octets: Uint8Array): Markup {
  const value = element(`${prefix}:CipherValue`, {}, text(Buffer.from(octets).toString('base64')));
  return element(`${prefix}:CipherData`, {}, value);
}

function impossible(message: string): HarnessError {
  return new HarnessError(
    'ENCRYPTION_IMPOSSIBLE',
    message,
    'Check the certificate of the service provider and the algorithms.',
  );
}
