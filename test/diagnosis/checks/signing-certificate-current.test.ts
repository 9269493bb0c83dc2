import { describe, expect, it } from '@jest/globals';
import { certificateFromPem } from '../../../src/saml/certificates.js';
import { createSelfSignedCertificate } from '../../../src/saml/create-certificate.js';
import { anIdentityProvider } from '../../a-response.js';
import { testKey } from '../../keys.js';
import { says } from '../judged.js';

const id = 'signing-certificate-current';

describe(id, () => {
  it('right: within its validity', async () => {
    expect(await says(id)).toBe('pass: Valid until 2028-06-01T08:00:00Z: 821 days left.');
  });

  it('wrong: expired', async () => {
    expect(await says(id, {}, { at: new Date('2030-01-01T00:00:00Z') })).toBe(
      'warning expired: The signing certificate expired 1 year 213 days ago, on 2028-06-01T08:00:00Z.',
    );
  });

  it('wrong: not valid yet', async () => {
    expect(await says(id, {}, { at: new Date('2025-01-01T00:00:00Z') })).toBe(
      'warning not-yet: The signing certificate becomes valid only in 151 days 8 h.',
    );
  });

  it('wrong: it expires soon', async () => {
    expect(await says(id, {}, { at: new Date('2028-05-20T00:00:00Z') })).toBe(
      'info soon: The signing certificate expires in 12 days 8 h, on 2028-06-01T08:00:00Z.',
    );
  });

  it('absent: no published certificate is known', async () => {
    expect(await says(id, {}, { published: [] })).toBe(
      "blocked: Could not be checked without the identity provider's signing certificate (give its metadata or certificate).",
    );
  });

  it('twice: of two published ones the one that signed counts', async () => {
    const { privateKeyPem } = testKey('idp-next');
    const { pem: certificatePem } = await createSelfSignedCertificate({
      privateKeyPem,
      notBefore: new Date('2026-02-01T00:00:00Z'),
      serialNumber: new Uint8Array(16).fill(7),
    });
    const published = [...anIdentityProvider('idp').signingCertificates, certificateFromPem(certificatePem)];
    expect(await says(id, { key: { privateKeyPem, certificatePem } }, { published })).toBe(
      'pass: Valid until 2029-02-01T00:00:00Z: 1066 days left.',
    );
  });
});
