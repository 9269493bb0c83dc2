/** Encrypted assertions: made, opened, and what is said of those that cannot be opened. */
import { constants, publicEncrypt } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { systemRandom } from '../../src/clock.js';
import { certificateFromPem } from '../../src/saml/certificates.js';
import { type EncryptionOptions, encryptAssertion } from '../../src/saml/encrypt.js';
import { keyTransport, wrapKey } from '../../src/saml/key-transport.js';
import { BLOCK_ENCRYPTION, DIGEST, KEY_TRANSPORT, NS } from '../../src/saml/names.js';
import { readEncrypted } from '../../src/saml/read-encrypted.js';
import { DEFAULT_XML_LIMITS } from '../../src/saml/read-xml.js';
import { verifySignatures } from '../../src/saml/verify-signature.js';
import { ASSERTION_ID } from '../a-response.js';
import { testKey } from '../keys.js';
import { encrypted, encryptedAssertion, outcome, spKey } from './encrypted-response.js';

/** Changes one base64 character of the given CipherValue. */
function damaged(xml: string, which: 'key' | 'content'): string {
  const values = [...xml.matchAll(/CipherValue>([^<]+)</g)];
  const match = values[which === 'key' ? 0 : 1];
  if (!match) throw new Error('no CipherValue');
  const { index, 1: value = '' } = match;
  const at = index + 'CipherValue>'.length + value.length - 30;
  return `${xml.slice(0, at)}${xml[at] === 'A' ? 'B' : 'A'}${xml.slice(at + 1)}`;
}

describe('An encrypted assertion', () => {
  const BLOCKS = Object.values(BLOCK_ENCRYPTION);
  const KEYS: readonly (readonly [string, string | undefined])[] = [
    [KEY_TRANSPORT.rsaOaepMgf1p, undefined],
    [KEY_TRANSPORT.rsaOaep, DIGEST.sha1],
    [KEY_TRANSPORT.rsaOaep, DIGEST.sha256],
    [KEY_TRANSPORT.rsaOaep, DIGEST.sha512],
    [KEY_TRANSPORT.rsa15, undefined],
  ];
  for (const blockAlgorithm of BLOCKS) {
    it(`comes back the same, signature and all, from ${blockAlgorithm} under every kind of key transport`, () => {
      for (const [keyTransport, oaepDigest] of KEYS) {
        const xml = encrypted({ blockAlgorithm, keyTransport, ...(oaepDigest !== undefined && { oaepDigest }) });
        expect(xml).not.toContain('B.Simon');
        const { encryption, document } = readEncrypted(encryptedAssertion(xml), [spKey], DEFAULT_XML_LIMITS);
        expect(encryption).toMatchObject({ outcome: 'decrypted', blockAlgorithm, keyTransport });
        if (!document) throw new Error('no document');
        const idp = certificateFromPem(testKey('idp').certificatePem);
        expect(verifySignatures(document, { assertion: document.root }, [idp])).toMatchObject([
          { digest: 'matches', value: 'verifies', referenceUri: `#${ASSERTION_ID}` },
        ]);
      }
    });
  }

  it('opens with any of several keys, in whatever order they are given', () => {
    const other = testKey('other-sp').privateKeyPem;
    for (const keyTransport of [KEY_TRANSPORT.rsaOaepMgf1p, KEY_TRANSPORT.rsa15]) {
      expect(outcome(encrypted({ keyTransport }), [other, testKey('ec').privateKeyPem, 'rubbish', spKey])).toBe(
        'decrypted',
      );
    }
  });

  it('names the certificate it was encrypted for when no key, or only another one, is there', () => {
    const { serialNumber } = certificateFromPem(testKey('sp').certificatePem);
    const addressee = `It was encrypted for the certificate ${BigInt(`0x${serialNumber}`)} of CN=Service provider under test.`;
    expect(outcome(encrypted(), [])).toBe(`no-key: ${addressee}`);
    expect(outcome(encrypted(), [testKey('other-sp').privateKeyPem])).toBe(`wrong-key: ${addressee}`);
    const named = encrypted().replace(
      /<X509IssuerSerial>.*?<\/X509IssuerSerial>/,
      `<X509Certificate>${testKey('sp').certificatePem.replace(/-----[^-]+-----|\s/g, '')}</X509Certificate>`,
    );
    const { thumbprintSha1 } = certificateFromPem(testKey('sp').certificatePem);
    expect(outcome(named, [])).toBe(
      `no-key: It was encrypted for CN=Service provider under test (thumbprint ${thumbprintSha1}).`,
    );
    expect(outcome(damaged(named, 'key'))).toContain('which is ours, but the wrapped key does not open with it');
  });

  it('was changed on the way: GCM always notices, and the content of CBC ends in rubbish', () => {
    expect(outcome(damaged(encrypted({ blockAlgorithm: BLOCK_ENCRYPTION.aes256Gcm }), 'content'))).toBe(
      'damaged: The authentication tag does not match: the ciphertext was changed after encryption.',
    );
    expect(outcome(damaged(encrypted(), 'content'))).toMatch(/^(damaged|unreadable-content): /);
    expect(outcome(damaged(encrypted({ keyTransport: KEY_TRANSPORT.rsa15 }), 'key'))).toMatch(/^wrong-key: /);
  });

  it('holds something else than an assertion, or what must not be read', () => {
    const holding = (text: string) => outcome(encrypted({ changePlaintext: () => text }));
    expect(holding('<x/>')).toBe('not-an-assertion: It holds x, not an Assertion of SAML 2.0.');
    expect(holding('<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>')).toContain(
      'unreadable-content: The message declares a document type',
    );
    expect(holding('no XML')).toContain('unreadable-content: ');
  });

  it('uses an algorithm we do not have, and says which', () => {
    const xml = encrypted();
    expect(outcome(xml.replace(BLOCK_ENCRYPTION.aes256Cbc, 'urn:x'))).toBe(
      'algorithm-not-supported: The content is encrypted with urn:x.',
    );
    expect(outcome(xml.replace(KEY_TRANSPORT.rsaOaepMgf1p, 'urn:y'))).toBe(
      `algorithm-not-supported: The key is wrapped with urn:y, ${DIGEST.sha1}.`,
    );
    expect(outcome(xml.replace(DIGEST.sha1, DIGEST.md5))).toContain('algorithm-not-supported: ');
  });

  it('is incomplete, and says what is missing', () => {
    const xml = encrypted();
    const without = (pattern: RegExp, by = '') => outcome(xml.replace(pattern, by));
    expect(without(/<xenc:EncryptedData.*<\/xenc:EncryptedData>/)).toBe(
      'malformed: It does not hold exactly one EncryptedData.',
    );
    expect(without(/(<xenc:EncryptedData.*<\/xenc:EncryptedData>)/, '$1$1')).toBe(
      'malformed: It does not hold exactly one EncryptedData.',
    );
    expect(without(/<xenc:EncryptionMethod [^>]*>/)).toBe('malformed: The EncryptedData names no EncryptionMethod.');
    expect(without(/<KeyInfo xmlns.*<\/KeyInfo>/)).toBe(
      'malformed: There is no EncryptedKey, so nothing can open the EncryptedData.',
    );
    expect(without(/<xenc:CipherValue>[^<]*/, '<xenc:CipherValue>#')).toContain(
      'malformed: The EncryptedData has no CipherValue',
    );
    expect(without(/<e:CipherValue>[^<]*/, '<e:CipherValue>')).toContain(
      'malformed: The EncryptedKey has no CipherValue',
    );
  });

  it('may carry its key beside the data, or point at it, and a key for somebody else first', () => {
    const xml = encrypted();
    const key = /<e:EncryptedKey.*<\/e:EncryptedKey>/.exec(xml)?.[0] ?? '';
    const foreign = key.replace(/<e:CipherValue>[^<]*/, `<e:CipherValue>${Buffer.alloc(256, 7).toString('base64')}`);
    const beside = xml.replace(key, '').replace('</EncryptedAssertion>', `${foreign}${key}</EncryptedAssertion>`);
    const named = key
      .replace('<e:EncryptedKey', '<e:EncryptedKey Id="_k"')
      .replaceAll('<KeyInfo>', `<KeyInfo xmlns="${NS.signature}">`);
    const pointed = xml
      .replace(key, '<RetrievalMethod URI="#_k" Type="http://www.w3.org/2001/04/xmlenc#EncryptedKey"/>')
      .replace(
        '</samlp:Response>',
        `<samlp:Extensions xmlns="${NS.signature}">${named}</samlp:Extensions></samlp:Response>`,
      );
    expect(outcome(beside)).toBe('decrypted');
    expect(outcome(pointed)).toBe('decrypted');
  });

  it('cannot be made with what does not fit', () => {
    const make = (options: Partial<EncryptionOptions>) => () => encrypted(options);
    expect(make({ blockAlgorithm: 'urn:x' })).toThrow('The cipher urn:x is not known.');
    expect(make({ oaepDigest: DIGEST.sha256 })).toThrow('A key cannot be wrapped with');
    expect(make({ certificatePem: testKey('ec').certificatePem })).toThrow('The certificate holds no RSA key.');
    expect(() => encryptAssertion('<a/>', { certificatePem: '', random: systemRandom })).toThrow(
      'There is no Assertion to encrypt.',
    );
  });

  /** The good message with another value in its EncryptedKey. */
  const withWrapped = (options: Partial<EncryptionOptions>, wrapped: Uint8Array) =>
    encrypted(options).replace(/<e:CipherValue>[^<]*/, `<e:CipherValue>${Buffer.from(wrapped).toString('base64')}`);
  const publicKey = certificateFromPem(testKey('sp').certificatePem).publicKey;

  it('whose key has the wrong length is damaged', () => {
    const transport = keyTransport(KEY_TRANSPORT.rsaOaepMgf1p, {});
    if (!transport) throw new Error('not known');
    const short = wrapKey(transport, publicKey, Buffer.alloc(16));
    expect(outcome(withWrapped({}, short))).toBe('damaged: The content key has 16 bytes; aes-256-cbc takes 32.');
  });

  it('under RSA 1.5 opens only with the right padding, even when the key behind it is right', () => {
    const contentKey = Buffer.alloc(32, 9);
    const random = { bytes: (length: number) => (length === 32 ? contentKey : systemRandom.bytes(length)) };
    const block = Buffer.concat([Buffer.from([0, 2]), Buffer.alloc(221, 0xaa), Buffer.from([0]), contentKey]);
    const wrapped = (change: (bytes: Buffer) => void) => {
      const changed = Buffer.from(block);
      change(changed);
      return publicEncrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, changed);
    };
    const end = (change: (bytes: Buffer) => void) =>
      outcome(withWrapped({ random, keyTransport: KEY_TRANSPORT.rsa15 }, wrapped(change))).replace(/:.*/s, '');
    expect(end(() => {})).toBe('decrypted');
    expect(end((bytes) => bytes.writeUInt8(3, 1))).toBe('wrong-key');
    expect(end((bytes) => bytes.writeUInt8(0, 50))).toBe('wrong-key');
    expect(end((bytes) => bytes.writeUInt8(1, 223))).toBe('wrong-key');
  });

  it('of rsa-oaep-mgf1p masks with SHA-1 whatever else it says', () => {
    const maskFunction = `${NS.encryption11}mgf1sha256`;
    expect(keyTransport(KEY_TRANSPORT.rsaOaepMgf1p, { maskFunction })?.maskHash).toBe('sha1');
    expect(keyTransport(KEY_TRANSPORT.rsaOaep, { maskFunction })?.maskHash).toBe('sha256');
    expect(keyTransport(KEY_TRANSPORT.rsaOaep, {})?.maskHash).toBe('sha1');
    expect(keyTransport(KEY_TRANSPORT.rsaOaep, { maskFunction: 'urn:x' })).toBeUndefined();
  });
});
