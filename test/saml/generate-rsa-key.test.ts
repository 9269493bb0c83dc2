import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { beginRsaKey, generateRsaKey } from '../../src/saml/generate-rsa-key.js';

describe('An RSA key made here', () => {
  it.each([2048, 1024])('of %i bits has that many, and what one key signs its public half confirms', async (bits) => {
    const pem = await generateRsaKey(bits);
    const key = createPrivateKey(pem);
    expect(pem).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
    expect(key.asymmetricKeyDetails).toEqual({ modulusLength: bits, publicExponent: 65_537n });
    const text = Buffer.from('<Assertion/>');
    expect(verify('sha256', text, createPublicKey(pem), sign('sha256', text, key))).toBe(true);
  });

  it('is another one every time', async () => {
    expect(await generateRsaKey(1024)).not.toBe(await generateRsaKey(1024));
    beginRsaKey();
    expect(await generateRsaKey()).not.toBe(await generateRsaKey());
  });
});
