import { checkPrimeSync, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { beginRsaKey, generateRsaKey, takeBegunRsaKey } from '../../src/saml/generate-rsa-key.js';
import { quickRsaKey } from '../../src/saml/quick-rsa-key.js';

const numberOf = (base64url: string | undefined) =>
  BigInt(`0x${Buffer.from(base64url ?? '', 'base64url').toString('hex')}`);

describe('An RSA key made here', () => {
  it.each([
    [2048, 'kept', () => generateRsaKey()],
    [1024, 'kept', () => generateRsaKey(1024)],
    [2048, 'of a test', quickRsaKey],
  ])('of %i bits, %s, has that many, and what it signs its public half confirms', async (bits, _which, make) => {
    const pem = await make();
    const key = createPrivateKey(pem);
    expect(pem).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
    expect(key.asymmetricKeyDetails).toEqual({ modulusLength: bits, publicExponent: 65_537n });
    const text = Buffer.from('<Assertion/>');
    expect(verify('sha256', text, createPublicKey(pem), sign('sha256', text, key))).toBe(true);
  });

  it('consists of two primes, and the rest follows from them (RFC 8017, 3.2)', async () => {
    const { n, e, d, p, q, dp, dq, qi } = createPrivateKey(await quickRsaKey()).export({ format: 'jwk' });
    const [modulus, publicExponent, exponent] = [numberOf(n), numberOf(e), numberOf(d)];
    const [first, second] = [numberOf(p), numberOf(q)];
    expect([checkPrimeSync(first), checkPrimeSync(second)]).toEqual([true, true]);
    expect(first * second).toBe(modulus);
    for (const [prime, reduced] of [
      [first, numberOf(dp)],
      [second, numberOf(dq)],
    ] as const) {
      expect((exponent * publicExponent) % (prime - 1n)).toBe(1n);
      expect(reduced).toBe(exponent % (prime - 1n));
    }
    expect((numberOf(qi) * second) % first).toBe(1n);
  });

  it('is another one every time', async () => {
    expect(await generateRsaKey(1024)).not.toBe(await generateRsaKey(1024));
  });

  it('in the quick way is taken once, and only by who asks for that one', async () => {
    beginRsaKey();
    const kept = await generateRsaKey();
    const taken = await takeBegunRsaKey();
    expect(taken).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    expect(taken).not.toBe(kept);
    expect(takeBegunRsaKey()).toBeUndefined();
  });
});
