import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { certificateFromPem } from '../../../src/saml/certificates.js';
import { createSelfSignedCertificate } from '../../../src/saml/create-certificate.js';
import { says, tamper } from '../judged.js';

const id = 'signature-algorithm-strong';

const privateKeyPem = generateKeyPairSync('rsa', { modulusLength: 1024 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
const { pem: certificatePem } = await createSelfSignedCertificate({
  privateKeyPem,
  notBefore: new Date('2025-06-01T08:00:00Z'),
  serialNumber: new Uint8Array(16).fill(1),
});
const shortKey = { privateKeyPem, certificatePem };

describe(id, () => {
  it('right: SHA-256', async () => {
    expect(await says(id)).toBe('pass: The signature uses strong algorithms.');
  });

  it('absent: nothing is signed', async () => {
    expect(await says(id, { sign: 'none' })).toBe('not-applicable: Nothing is signed.');
  });

  it('wrong: SHA-1', async () => {
    expect(
      await says(id, {
        signing: {
          signatureMethod: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
          digestMethod: 'http://www.w3.org/2000/09/xmldsig#sha1',
        },
      }),
    ).toBe('warning sha-1: The signature on the Assertion uses SHA-1, which can be made to collide.');
  });

  it('wrong: HMAC is an error', async () => {
    expect(
      await says(
        id,
        tamper('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2000/09/xmldsig#hmac-sha1'),
      ),
    ).toBe(
      'fail hmac: The signature on the Assertion is an HMAC (hmac-sha1): its key would have to be secret, and the only key known here is public.',
    );
  });

  it('wrong: MD5 is an error', async () => {
    expect(
      await says(
        id,
        tamper('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2001/04/xmldsig-more#rsa-md5'),
      ),
    ).toBe(
      'fail md5: The signature on the Assertion cannot be taken: The signature algorithm "http://www.w3.org/2001/04/xmldsig-more#rsa-md5" is not computed.',
    );
  });

  it('wrong: an unknown algorithm is an error', async () => {
    expect(await says(id, tamper('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'urn:none'))).toBe(
      'fail not-known: The signature on the Assertion cannot be taken: The signature algorithm "urn:none" is not computed.',
    );
  });

  it('wrong: a short key', async () => {
    expect(await says(id, { key: shortKey }, { published: [certificateFromPem(shortKey.certificatePem)] })).toBe(
      'warning short-key: The key of the signature on the Assertion has only 1024 bits.',
    );
  });

  it('twice: one of two signatures is weak', async () => {
    expect(
      await says(id, {
        sign: 'both',
        after: (xml) => xml.replace(/(<Assertion .*?)xmldsig-more#rsa-sha256/, '$1xmldsig-more#rsa-md5'),
      }),
    ).toBe(
      'fail md5: The signature on the Assertion cannot be taken: The signature algorithm "http://www.w3.org/2001/04/xmldsig-more#rsa-md5" is not computed.',
    );
  });
});
