/** Certificates that are missing, wrong or weak: never a reason to accept everything. */
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { systemRandom } from '../../src/clock.js';
import { createHarness, diagnose } from '../../src/index.js';
import { createSelfSignedCertificate } from '../../src/saml/create-certificate.js';
import { ACS, aResponse, ENTITY_ID, GOOD_AT, IDP_ENTITY_ID } from '../a-response.js';
import { type TestKey, testKey } from '../keys.js';
import { aRehearsal } from './a-rehearsal.js';

let rehearsal: Awaited<ReturnType<typeof aRehearsal>>;
beforeAll(async () => {
  rehearsal = await aRehearsal({ profile: { identityProviderCertificates: [] } });
});
afterAll(() => rehearsal.harness.stop());

describe('Without a certificate of the identity provider', () => {
  it('U12: no signed response is accepted, and it is said why', async () => {
    const { login, sentences } = await rehearsal.post(aResponse({ unsolicited: true }).base64);
    expect([login.accepted, login.verified]).toEqual([false, false]);
    expect(sentences).toEqual({});
    const blocked = login.diagnosis.findings.find(({ id }) => id === 'signature-verifies');
    expect([blocked?.status, blocked?.summary]).toEqual([
      'blocked',
      "Could not be checked without the identity provider's signing certificate (give its metadata or certificate).",
    ]);
    const page = await request(rehearsal.harness.app).get(`/logins/${login.id}`);
    expect(page.text).toContain('Could not be checked without the identity provider');
  });

  it('U12: no unsigned response is accepted either', async () => {
    const { login, sentences } = await rehearsal.post(aResponse({ unsolicited: true, sign: 'none' }).base64);
    expect([login.accepted, login.verified]).toEqual([false, false]);
    expect(sentences['signature-present']).toContain('Neither the Response nor the Assertion is signed');
  });

  it('U12: the certificate in the message itself is not trusted', async () => {
    const { login } = await rehearsal.post(aResponse({ unsolicited: true, key: 'rogue' }).base64);
    expect([login.accepted, login.verified]).toEqual([false, false]);
  });
});

const put = (identityProviderCertificates: readonly string[]) =>
  request(rehearsal.harness.app).put('/api/v1/authentication-profile').send({ identityProviderCertificates });

describe('A certificate that is none', () => {
  const { privateKeyPem } = testKey('idp');
  const bare = privateKeyPem.replace(/-----[^-]+-----|\s/g, '');
  for (const [what, text] of [
    ['PEM', privateKeyPem],
    ['bare base64', bare],
    ['PEM behind a certificate', `${testKey('idp').certificatePem}${privateKeyPem}`],
  ] as const) {
    it(`U12: a private key as ${what} is refused by name, and neither kept nor repeated`, async () => {
      const answer = await put([text]);
      expect([answer.status, answer.body.error?.code]).toEqual([400, 'PRIVATE_KEY_GIVEN']);
      expect(answer.body.error.message).toBe('A private key was given where a certificate is needed.');
      expect(answer.text).not.toContain(bare.slice(40, 80));
      expect((await rehearsal.harness.serviceProvider.profile.get()).identityProviderCertificates).toEqual([]);
    });
  }

  it('U12: a private key in the options of the library is refused by name', async () => {
    const identityProvider = { signingCertificates: [privateKeyPem] };
    await expect(diagnose(aResponse().base64, { identityProvider })).rejects.toMatchObject({
      code: 'PRIVATE_KEY_GIVEN',
    });
    await expect(
      createHarness({ entra: false, profile: { identityProviderCertificates: [privateKeyPem] } }).then(
        async (harness) => {
          try {
            await harness.serviceProvider.settings();
          } finally {
            await harness.stop();
          }
        },
      ),
    ).rejects.toMatchObject({ code: 'PRIVATE_KEY_GIVEN' });
  });

  it('U12: a public key, a request for a certificate and nonsense are refused', async () => {
    const publicKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
      type: 'spki',
      format: 'pem',
    });
    for (const text of [
      String(publicKey),
      'nonsense',
      '',
      '-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----',
    ]) {
      const answer = await put([text]);
      expect([answer.status, answer.body.error?.code]).toEqual([400, 'CERTIFICATE_UNREADABLE']);
    }
  });
});

describe('A certificate whose validity is no time', () => {
  const der = Buffer.from(testKey('idp').certificatePem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
  // The first UTCTime (17 0D) is notBefore: its month becomes 99.
  const time = der.indexOf(Buffer.from([0x17, 0x0d])) + 2;
  const spoilt = Buffer.concat([der.subarray(0, time + 2), Buffer.from('99'), der.subarray(time + 4)]).toString(
    'base64',
  );

  it('U12: is refused as a setting', async () => {
    const answer = await put([spoilt]);
    expect([answer.status, answer.body.error?.code]).toEqual([400, 'CERTIFICATE_UNREADABLE']);
  });

  it('U12: is passed over in a message, and no check breaks', async () => {
    const { base64 } = aResponse({
      unsolicited: true,
      after: (xml) => xml.replace(/(<X509Certificate>)[^<]*/, `$1${spoilt}`),
    });
    const { login } = await rehearsal.post(base64);
    expect(login.diagnosis.findings.filter(({ status }) => status === 'crashed')).toEqual([]);
    expect(login.accepted).toBe(false);
  });
});

describe('A weak key of the identity provider', () => {
  async function weak(type: 'rsa', modulusLength: number): Promise<TestKey> {
    const privateKeyPem = generateKeyPairSync(type, { modulusLength })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString();
    const certificate = await createSelfSignedCertificate({
      privateKeyPem,
      notBefore: new Date('2025-06-01T08:00:00Z'),
      serialNumber: systemRandom.bytes(16),
    });
    return { privateKeyPem, certificatePem: certificate.pem };
  }
  const judge = (key: TestKey, base64: string) =>
    diagnose(base64, {
      serviceProvider: { entityId: ENTITY_ID, assertionConsumerServiceUrl: ACS },
      identityProvider: { entityId: IDP_ENTITY_ID, signingCertificates: [key.certificatePem] },
      at: GOOD_AT,
      clockSkewMs: 0,
      secondOpinion: false,
    });

  it('U12: of RSA with 1024 bits is warned about by its length', async () => {
    const key = await weak('rsa', 1024);
    const diagnosis = await judge(key, aResponse({ unsolicited: true, key }).base64);
    const finding = diagnosis.findings.find(({ id }) => id === 'signature-algorithm-strong');
    expect([finding?.status, finding?.summary]).toEqual([
      'fail',
      'The key of the signature on the Assertion has only 1024 bits.',
    ]);
  });

  it('U12: of DSA makes no signature that is computed', async () => {
    const dsa = 'http://www.w3.org/2009/xmldsig11#dsa-sha256';
    const { base64 } = aResponse({
      unsolicited: true,
      after: (xml) => xml.replace(/(<SignatureMethod Algorithm=")[^"]*/, `$1${dsa}`),
    });
    const diagnosis = await judge(testKey('idp'), base64);
    expect(diagnosis.accepted).toBe(false);
    const sentences = diagnosis.findings
      .filter(({ status }) => status === 'fail')
      .map(({ id, summary }) => [id, summary]);
    expect(sentences).toEqual([
      [
        'signature-algorithm-strong',
        `The signature on the Assertion cannot be taken: The signature algorithm "${dsa}" is not computed.`,
      ],
    ]);
  });
});
