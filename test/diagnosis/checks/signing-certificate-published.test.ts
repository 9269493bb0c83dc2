import { describe, expect, it } from '@jest/globals';
import { createSelfSignedCertificate } from '../../../src/saml/create-certificate.js';
import { signElement } from '../../../src/saml/sign.js';
import { ASSERTION_ID, anIdentityProvider, IDP_ENTITY_ID } from '../../a-response.js';
import { testKey } from '../../keys.js';
import { says, tamper } from '../judged.js';

const id = 'signing-certificate-published';

const { privateKeyPem } = testKey('rogue');
const serialNumber = new Uint8Array(16).fill(7);
const notBefore = new Date('2026-02-01T00:00:00Z');
const { pem: certificatePem } = await createSelfSignedCertificate({ privateKeyPem, notBefore, serialNumber });
const renewed = { privateKeyPem, certificatePem };

describe(id, () => {
  it('right: published', async () => {
    expect(await says(id)).toBe('pass: The certificate in the signature is one the identity provider publishes.');
  });

  it('absent: no certificate in the message', async () => {
    expect(await says(id, tamper(/<KeyInfo>.*?<\/KeyInfo>/, ''))).toBe(
      'not-applicable: The message brings no certificate along.',
    );
  });

  it('wrong: tenant metadata, fetched without ?appid=', async () => {
    expect(await says(id, {}, { published: anIdentityProvider('tenant').signingCertificates })).toBe(
      "fail tenant-metadata: The certificate in the signature on the Assertion is not one the identity provider publishes: the metadata in use is the tenant's, fetched without ?appid=, and this application signs with its own key.",
    );
  });

  it("wrong: the metadata is known to be the tenant's", async () => {
    expect(
      await says(id, { key: 'rogue' }, { identityProvider: { entityId: IDP_ENTITY_ID, metadataIsTenantWide: true } }),
    ).toBe(
      "fail tenant-metadata: The certificate in the signature on the Assertion is not one the identity provider publishes: the metadata in use is the tenant's, fetched without ?appid=, and this application signs with its own key.",
    );
  });

  it('wrong: another tenant', async () => {
    expect(
      await says(id, {
        key: 'rogue',
        basics: { issuer: 'https://sts.windows.net/00000000-0000-0000-0000-000000000000/' },
      }),
    ).toBe(
      'fail wrong-tenant: The certificate in the signature on the Assertion is not one the identity provider publishes: the message is from https://sts.windows.net/00000000-0000-0000-0000-000000000000/, the certificates are those of https://sts.windows.net/2c1b7a52-9f0e-4b6d-8a3c-5d4e6f708192/.',
    );
  });

  it('wrong: a certificate of the same name that is not newer', async () => {
    expect(await says(id, { key: 'rogue' })).toBe(
      'fail older-certificate: The certificate in the signature on the Assertion is not one the identity provider publishes: it has the same name but is not newer (valid from 2025-06-01), so an old certificate is active, or it is that of another application.',
    );
  });

  it('wrong: a newer certificate of the same name (rollover)', async () => {
    expect(await says(id, { key: renewed })).toBe(
      'fail rollover: The certificate in the signature on the Assertion is not one the identity provider publishes: it has the same name but is newer (valid from 2026-02-01), so the identity provider has changed its certificate, or it is that of another application.',
    );
  });

  it('wrong: a stranger', async () => {
    expect(await says(id, { key: 'other-sp' })).toBe(
      'fail unknown-key: The certificate in the signature on the Assertion is not one the identity provider publishes: it is CN=Another service provider, a stranger.',
    );
  });

  it('wrong: and it does not even verify', async () => {
    expect(await says(id, { key: 'rogue', signing: { certificatePem: testKey('tenant').certificatePem } })).toBe(
      'fail unknown-and-does-not-verify: The certificate in the signature on the Assertion is not one the identity provider publishes: nor does it verify the signature.',
    );
  });

  it('twice: one of two signatures brings a stranger along', async () => {
    expect(
      await says(id, {
        sign: 'response',
        between: (xml) => signElement(xml, { elementId: ASSERTION_ID, ...testKey('rogue') }),
      }),
    ).toBe(
      'fail older-certificate: The certificate in the signature on the Assertion is not one the identity provider publishes: it has the same name but is not newer (valid from 2025-06-01), so an old certificate is active, or it is that of another application.',
    );
  });
});
