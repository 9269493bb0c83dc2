import { createPrivateKey, generatePrime, type KeyObject } from 'node:crypto';

const PUBLIC_EXPONENT = 65_537n;
const BITS = 2048;

/**
 * An RSA private key of 2048 bits, PKCS #8 in PEM, made off the main thread: for a key that lives no longer than a test.
 *
 * Of two random primes of OpenSSL's, as RFC 8017, 3 describes it, looked for side by side. `generateKeyPair` looks for them by FIPS
 * 186-4, one after the other, and takes three times as long (docs/decisions/0007).
 */
export async function quickRsaKey(): Promise<string> {
  for (;;) {
    // OpenSSL sets the two highest bits of a prime, so that the product has all its bits.
    const [p, q] = await Promise.all([randomPrime(BITS / 2), randomPrime(BITS / 2)]);
    if (p === q || p % PUBLIC_EXPONENT === 1n || q % PUBLIC_EXPONENT === 1n) continue;
    return keyOf(p, q).export({ type: 'pkcs8', format: 'pem' }).toString();
  }
}

function randomPrime(bits: number): Promise<bigint> {
  return new Promise((resolve, reject) =>
    generatePrime(bits, { bigint: true }, (error, prime) => (error ? reject(error) : resolve(prime))),
  );
}

function keyOf(p: bigint, q: bigint): KeyObject {
  const d = inverse(PUBLIC_EXPONENT, leastCommonMultiple(p - 1n, q - 1n));
  const numbers = { n: p * q, e: PUBLIC_EXPONENT, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
  const key = Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, base64url(number)]));
  return createPrivateKey({ key: { kty: 'RSA', ...key }, format: 'jwk' });
}

/** Of `number` modulo `modulus`, by the extended Euclidean algorithm; they have no common divisor. */
function inverse(number: bigint, modulus: bigint): bigint {
  let [rest, next] = [modulus, number % modulus];
  let [before, factor] = [0n, 1n];
  while (next !== 0n) {
    const times = rest / next;
    [rest, next] = [next, rest - times * next];
    [before, factor] = [factor, before - times * factor];
  }
  return before < 0n ? before + modulus : before;
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [divisor, rest] = [a, b];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return (a / divisor) * b;
}

function base64url(number: bigint): string {
  const hex = number.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url');
}
