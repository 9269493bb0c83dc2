import { describe, expect, it } from '@jest/globals';
import { systemRandom } from '../../../src/clock.js';
import { type EncryptionOptions, encryptAssertion } from '../../../src/saml/encrypt.js';
import { BLOCK_ENCRYPTION, KEY_TRANSPORT } from '../../../src/saml/names.js';
import type { ResponseChange } from '../../a-response.js';
import { testKey } from '../../keys.js';
import { says } from '../judged.js';

const id = 'encryption-not-weak';
const forSp = { decryptionKeys: [testKey('sp').privateKeyPem] };
const encrypt = (options: Partial<EncryptionOptions> = {}): ResponseChange => ({
  between: (xml) =>
    encryptAssertion(xml, { certificatePem: testKey('sp').certificatePem, random: systemRandom, ...options }),
});

describe(id, () => {
  it('right: AES-GCM with RSA-OAEP', async () => {
    expect(await says(id, encrypt({ blockAlgorithm: BLOCK_ENCRYPTION.aes256Gcm }), forSp)).toBe(
      'pass: The assertion is encrypted with strong algorithms.',
    );
  });

  it('right: CBC inside a signed Response', async () => {
    expect(await says(id, { ...encrypt(), sign: 'both' }, forSp)).toBe(
      'pass: The assertion is encrypted with strong algorithms.',
    );
  });

  it('wrong: CBC, and the Response is not signed', async () => {
    expect(await says(id, encrypt(), forSp)).toBe(
      'warning cbc-unsigned: The assertion is encrypted with aes256-cbc and the Response around it is not signed: the encrypted bytes can be changed unnoticed.',
    );
  });

  it('wrong: RSA 1.5', async () => {
    const change = encrypt({ keyTransport: KEY_TRANSPORT.rsa15, blockAlgorithm: BLOCK_ENCRYPTION.aes256Gcm });
    expect(await says(id, change, forSp)).toBe(
      'warning rsa-1-5: The key of the encrypted assertion is transported with RSA 1.5, which leaks when many messages are tried.',
    );
  });

  it('wrong: triple DES', async () => {
    const change: ResponseChange = {
      ...encrypt(),
      after: (xml) => xml.replace(BLOCK_ENCRYPTION.aes256Cbc, BLOCK_ENCRYPTION.tripleDesCbc),
    };
    expect(await says(id, change, forSp)).toBe(
      'warning triple-des: The assertion is encrypted with triple DES, which is too old.',
    );
  });

  it('absent: not encrypted', async () => {
    expect(await says(id)).toBe('not-applicable: The assertion is not encrypted.');
  });

  it('twice: both weaknesses, the worse one is named', async () => {
    expect(await says(id, encrypt({ keyTransport: KEY_TRANSPORT.rsa15 }), forSp)).toBe(
      'warning rsa-1-5: The key of the encrypted assertion is transported with RSA 1.5, which leaks when many messages are tried.',
    );
  });
});
