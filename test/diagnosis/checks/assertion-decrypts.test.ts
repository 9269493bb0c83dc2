import { describe, expect, it } from '@jest/globals';
import { systemRandom } from '../../../src/clock.js';
import { type EncryptionOptions, encryptAssertion } from '../../../src/saml/encrypt.js';
import { BLOCK_ENCRYPTION } from '../../../src/saml/names.js';
import type { ResponseChange } from '../../a-response.js';
import { testKey } from '../../keys.js';
import { diagnosisOf, says } from '../judged.js';

const id = 'assertion-decrypts';
const forSp = { decryptionKeys: [testKey('sp').privateKeyPem] };
const encrypt = (options: Partial<EncryptionOptions> = {}): ResponseChange => ({
  between: (xml) =>
    encryptAssertion(xml, { certificatePem: testKey('sp').certificatePem, random: systemRandom, ...options }),
});
const encrypted = encrypt();
// GCM notices a change by itself; CBC would decrypt to something random.
const spoiled = (from: RegExp, to: string): ResponseChange => ({
  ...encrypt({ blockAlgorithm: BLOCK_ENCRYPTION.aes256Gcm }),
  after: (xml) => xml.replace(from, to),
});

describe(id, () => {
  it('right: encrypted for this service provider', async () => {
    expect(await says(id, encrypted, forSp)).toBe('pass: An encrypted assertion can be decrypted.');
  });

  it('right: with the second of two keys', async () => {
    const decryptionKeys = [testKey('other-sp').privateKeyPem, testKey('sp').privateKeyPem];
    expect(await says(id, encrypted, { decryptionKeys })).toBe('pass: An encrypted assertion can be decrypted.');
  });

  it('absent: not encrypted', async () => {
    expect(await says(id)).toBe('not-applicable: The assertion is not encrypted.');
  });

  it('absent: no key', async () => {
    expect(await says(id, encrypted)).toBe(
      'fail no-key: The assertion is encrypted, and no private key is known here to decrypt it with.',
    );
  });

  it('wrong: encrypted for somebody else', async () => {
    expect(await says(id, encrypted, { decryptionKeys: [testKey('other-sp').privateKeyPem] })).toBe(
      'fail wrong-key: The assertion is encrypted for another key: none of the private keys known here opens it.',
    );
  });

  it('wrong: an algorithm nobody knows', async () => {
    expect(await says(id, spoiled(/(<\w+:EncryptionMethod Algorithm=")[^"]*/, '$1urn:rot13'), forSp)).toBe(
      'fail algorithm-not-supported: The assertion is encrypted with an algorithm that is not supported (rot13, rsa-oaep-mgf1p).',
    );
  });

  it('wrong: bytes changed', async () => {
    const change = spoiled(/(<\w+:CipherValue>)(?=[^<]{600})([^<]{100})..../, '$1$2AAAA');
    expect(await says(id, change, forSp)).toBe(
      'fail damaged: The assertion cannot be decrypted: the key fits, but the encrypted bytes were changed or cut.',
    );
  });

  it('wrong: pieces are missing', async () => {
    expect(await says(id, spoiled(/<\w+:CipherData>.*?<\/\w+:CipherData>/g, ''), forSp)).toBe(
      'fail malformed: The EncryptedAssertion is incomplete: The EncryptedData has no CipherValue, or one that is not base64.',
    );
  });

  it('wrong: it decrypts to something else', async () => {
    expect(await says(id, encrypt({ changePlaintext: () => '<x/>' }), forSp)).toBe(
      'fail not-an-assertion: The EncryptedAssertion decrypts, but to something that is not a SAML 2.0 Assertion.',
    );
  });

  it('wrong: what comes out is no XML', async () => {
    const damaged = encrypt({ changePlaintext: (xml) => `<!DOCTYPE a>${xml}` });
    expect(await says(id, damaged, forSp)).toBe(
      'fail unreadable-content: The EncryptedAssertion decrypts, but what comes out cannot be read: The message declares a document type (DTD), which SAML messages must not do and which is never processed.',
    );
  });

  it('is the root cause when nothing inside can be read', async () => {
    const { rootCause, findings } = await diagnosisOf(encrypted);
    expect(rootCause).toBe(id);
    expect(findings.find((one) => one.id === 'audience-matches')?.status).toBe('blocked');
  });

  it('twice: an assertion beside the encrypted one is refused elsewhere', async () => {
    const change: ResponseChange = {
      plan: (plan) => ({
        ...plan,
        assertions: [...plan.assertions, ...plan.assertions.map((one) => ({ ...one, id: '_second' }))],
      }),
      ...encrypted,
    };
    expect((await diagnosisOf(change, forSp)).findings.find((one) => one.id === 'one-assertion')?.kind).toBe('several');
  });
});
