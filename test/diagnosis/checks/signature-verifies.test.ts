import { describe, expect, it } from '@jest/globals';
import { diagnose } from '../../../src/diagnosis/diagnose.js';
import type { Expectations } from '../../../src/diagnosis/expectations.js';
import { readEvidence } from '../../../src/saml/read-evidence.js';
import { anIdentityProvider, aResponse, GOOD_AT } from '../../a-response.js';
import { testKey } from '../../keys.js';
import { says, tamper } from '../judged.js';

const id = 'signature-verifies';

const anyExpectations: Expectations = {
  at: GOOD_AT,
  clockSkewMs: 0,
  serviceProvider: {
    profile: 'generic',
    responseMustBeSigned: false,
    assertionMustBeSigned: false,
    nameIdMustBeEmail: false,
    unsolicitedResponsesAllowed: true,
  },
  identityProvider: {},
  correlation: { mode: 'offline' },
};

describe(id, () => {
  it('right: with the published key', async () => {
    expect(await says(id)).toBe('pass: Verifies with published key 1 of 1.');
  });

  it('right: with the second of two published keys', async () => {
    expect(
      await says(id, { key: 'idp-next' }, { published: anIdentityProvider('idp', 'idp-next').signingCertificates }),
    ).toBe('pass: Verifies with published key 2 of 2.');
  });

  it('absent: nothing is signed', async () => {
    expect(await says(id, { sign: 'none' })).toBe('not-applicable: Nothing is signed.');
  });

  it('absent: no published key is known', async () => {
    expect(await says(id, {}, { published: [] })).toBe(
      "blocked: Could not be checked without the identity provider's signing certificate (give its metadata or certificate).",
    );
  });

  it('wrong: a key nobody published', async () => {
    expect(await says(id, { key: 'rogue' })).toBe(
      'fail key-unknown: The signature on the Assertion was made with a key that the identity provider does not publish; it verifies only with the certificate it brings along.',
    );
  });

  it('wrong: the value was altered', async () => {
    expect(await says(id, tamper(/<SignatureValue>..../, '<SignatureValue>AAAA'))).toBe(
      'fail value-altered: The signature on the Assertion does not verify with the published key: it was altered, or made with another key.',
    );
  });

  it('wrong: another key, and a certificate that does not belong to it', async () => {
    expect(await says(id, { key: 'rogue', signing: { certificatePem: testKey('tenant').certificatePem } })).toBe(
      'fail other-key: The signature on the Assertion does not verify with the published key, and not with the certificate it brings along either.',
    );
  });

  it('absent: the value is empty', async () => {
    expect(await says(id, tamper(/<SignatureValue>[^<]*/, '<SignatureValue>'))).toBe(
      'fail value-empty: The signature on the Assertion is no signature: its SignatureValue is empty or missing.',
    );
  });

  it('wrong: of a kind no published key can make', async () => {
    expect(
      await says(id, {
        key: 'ec',
        signing: {
          signatureMethod: 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
          certificatePem: testKey('idp').certificatePem,
        },
      }),
    ).toBe(
      'fail key-type: The signature on the Assertion is of a kind (ecdsa-sha256) that cannot have been made with the published key.',
    );
  });

  it('twice: one of two signatures is bad', async () => {
    expect(
      await says(id, { sign: 'both', after: (xml) => xml.replace(/<SignatureValue>..../, '<SignatureValue>AAAA') }),
    ).toBe(
      'fail value-altered: The signature on the Response does not verify with the published key: it was altered, or made with another key.',
    );
  });

  it('wrong: nobody could check it, and nobody says why', async () => {
    const xml = aResponse().xml;
    const { identityProvider } = aResponse();
    const received = { binding: 'document', samlResponse: xml } as const;
    const evidence = await readEvidence(received, { identityProvider, decryptionKeys: [] });
    const signatures = (evidence.signatures ?? []).map((one) => ({ ...one, value: 'not-checked' as const }));
    const { findings } = diagnose({ ...evidence, signatures }, anyExpectations);
    const { kind, summary } = findings.find((one) => one.id === id) ?? {};
    expect(`fail ${kind}: ${summary}`).toBe('fail not-checked: The signature on the Assertion could not be checked.');
  });
});
