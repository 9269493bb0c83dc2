import { describe, expect, it } from '@jest/globals';
import { refuseUnsafe } from '../../src/harness/refuse-unsafe.js';

const refusal = (...given: Parameters<typeof refuseUnsafe>): string => {
  try {
    refuseUnsafe(...given);
    return 'nothing';
  } catch (error) {
    const { code, message, remedy } = error as { code: string; message: string; remedy: string };
    return `${code}: ${message} ${remedy}`;
  }
};

describe('A harness that would open what should be closed', () => {
  it('does not start beyond loopback without a token', () => {
    expect(refusal({ host: '0.0.0.0' }, undefined)).toMatch(/^TOKEN_REQUIRED: Listening on 0\.0\.0\.0 needs a token/);
  });

  it('does not expose the stand-in unless it is told so', () => {
    const options = { host: '0.0.0.0', token: 'a'.repeat(16) };
    expect(refusal(options, undefined)).toMatch(/^TEST_IDP_EXPOSED: .*signs in anybody as anybody/);
    expect(refusal({ ...options, entra: false }, undefined)).toBe('nothing');
    expect(refusal({ ...options, iKnowThisIsATestIdp: true }, undefined)).toBe('nothing');
  });

  it('does not run the stand-in in production unless it is told so', () => {
    expect(refusal({}, 'production')).toMatch(/^TEST_IDP_IN_PRODUCTION: .*--i-know-this-is-a-test-idp/);
    expect(refusal({ entra: false }, 'production')).toBe('nothing');
    expect(refusal({ iKnowThisIsATestIdp: true }, 'production')).toBe('nothing');
  });

  it('starts on this machine', () => {
    for (const host of ['localhost', '127.0.0.1', '::1']) expect(refusal({ host }, 'test')).toBe('nothing');
  });
});
