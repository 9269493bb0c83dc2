/** What genuine senders send: limits of time, long and foreign text, certificates that roll over, many groups. */
import { describe, expect, it } from '@jest/globals';
import { systemRandom } from '../../src/clock.js';
import { diagnoseMessage, type MessageDiagnosis } from '../../src/logins/diagnose-message.js';
import { encryptAssertion } from '../../src/saml/encrypt.js';
import { ENTRA_CLAIM } from '../../src/saml/names.js';
import { ACS, aResponse, CLAIMS, ENTITY_ID, GOOD_AT, IDP_ENTITY_ID, type ResponseChange } from '../a-response.js';
import { type TestKeyName, testKey } from '../keys.js';

interface Judging {
  readonly at?: Date;
  readonly skew?: number;
  readonly published?: readonly TestKeyName[];
  readonly decryptionKeys?: readonly TestKeyName[];
}

function judged(
  change: ResponseChange,
  { at = GOOD_AT, skew = 0, published = ['idp'], decryptionKeys = [] }: Judging = {},
) {
  return diagnoseMessage(aResponse({ unsolicited: true, ...change }).base64, {
    serviceProvider: {
      entityId: ENTITY_ID,
      assertionConsumerServiceUrl: ACS,
      decryptionKey: decryptionKeys.map((name) => testKey(name).privateKeyPem),
    },
    identityProvider: {
      entityId: IDP_ENTITY_ID,
      signingCertificates: published.map((name) => testKey(name).certificatePem),
    },
    at,
    clockSkewMs: skew,
    secondOpinion: false,
  });
}
const sentences = ({ findings }: MessageDiagnosis) =>
  findings
    .filter(({ status }) => status === 'fail' || status === 'crashed')
    .map(({ id, summary }) => `${id}: ${summary}`);

describe('The borders of the time', () => {
  const SKEW = 180_000;
  const seconds = (count: number) => new Date(GOOD_AT.getTime() + count * 1_000);
  const written = (instant: Date) => instant.toISOString();
  const withTimes = (notBefore: Date, notOnOrAfter: Date): ResponseChange => ({
    before: (xml) =>
      xml
        .replace(/(<Conditions[^>]*NotBefore=")[^"]*/, `$1${written(notBefore)}`)
        .replace(/(<Conditions[^>]*NotOnOrAfter=")[^"]*/, `$1${written(notOnOrAfter)}`),
  });
  const far = [seconds(-600), seconds(3_600)] as const;

  it('S09: an assertion that begins just as far ahead as the skew is accepted, a second later it is not', async () => {
    expect((await judged(withTimes(seconds(180), far[1]), { skew: SKEW })).accepted).toBe(true);
    const early = await judged(withTimes(seconds(181), far[1]), { skew: SKEW });
    expect(early.rootCause).toBe('conditions-started');
    expect(sentences(early)).toEqual([
      expect.stringContaining(
        'is not valid before 2026-03-02T09:18:06Z, and it is 2026-03-02T09:15:05Z here: 3 min 1 s too early (clock skew allowed: 3 min)',
      ),
    ]);
  });

  it('S09: an assertion that ended within the skew is accepted, at its very end it is not', async () => {
    expect((await judged(withTimes(far[0], seconds(-179)), { skew: SKEW })).accepted).toBe(true);
    const late = await judged(withTimes(far[0], seconds(-180)), { skew: SKEW });
    expect(late.rootCause).toBe('conditions-not-expired');
    expect(sentences(late)).toEqual([
      expect.stringContaining(
        'expired at 2026-03-02T09:12:05Z, and it is 2026-03-02T09:15:05Z here: 3 min too late (clock skew allowed: 3 min)',
      ),
    ]);
  });
});

describe('Text', () => {
  const long = 'x'.repeat(256);
  const astral = '𝒜𝓁𝒾𝒸ℯ 👩🏽‍💻 मुंबई e\u0301 \u202eevil\u202c ﬁ';
  it('S21: of 256 characters, astral, combined and bidirectional, comes through unchanged', async () => {
    const nameId = `${'n'.repeat(244)}@contoso.com`;
    expect(nameId).toHaveLength(256);
    const attributes = [
      { name: 'long', values: [long] },
      { name: 'foreign', values: [astral, astral.normalize('NFC')] },
    ];
    const diagnosis = await judged({ basics: { nameId: { value: nameId }, attributes } });
    expect(sentences(diagnosis)).toEqual([]);
    expect(diagnosis.accepted).toBe(true);
    expect(diagnosis.assertion?.subject?.nameId).toBe(nameId);
    expect([diagnosis.claims['long'], diagnosis.claims['foreign']]).toEqual([
      [long],
      [astral, astral.normalize('NFC')],
    ]);
  });
});

describe('Certificates', () => {
  it('S22: a published certificate that has expired or is not yet valid is a warning: the key is what counts', async () => {
    const expiredAt = new Date('2028-07-01T00:00:00Z');
    const expired = await judged({ basics: { issuedAt: expiredAt } }, { at: expiredAt, skew: 1_000 });
    expect([expired.accepted, sentences(expired)]).toEqual([
      true,
      ['signing-certificate-current: The signing certificate expired 29 days 16 h ago, on 2028-06-01T08:00:00Z.'],
    ]);
    const earlyAt = new Date('2025-05-01T00:00:00Z');
    const early = await judged({ basics: { issuedAt: earlyAt } }, { at: earlyAt, skew: 1_000 });
    expect([early.accepted, sentences(early)]).toEqual([
      true,
      [expect.stringMatching(/^signing-certificate-current: /)],
    ]);
  });

  for (const [key, number] of [
    ['idp', 1],
    ['idp-next', 2],
  ] as const) {
    it(`S23: of two published certificates the ${key} key is taken, and it is said which`, async () => {
      const diagnosis = await judged({ key }, { published: ['idp', 'idp-next'] });
      expect([diagnosis.accepted, sentences(diagnosis)]).toEqual([true, []]);
      const said = diagnosis.findings.find(({ id }) => id === 'signature-verifies');
      expect([number, said?.summary]).toEqual([number, `Verifies with published key ${number} of 2.`]);
    });
  }

  for (const key of ['sp', 'other-sp'] as const) {
    it(`S23: of two decryption keys the one of ${key} opens the assertion`, async () => {
      const between = (xml: string) =>
        encryptAssertion(xml, { certificatePem: testKey(key).certificatePem, random: systemRandom });
      const diagnosis = await judged({ sign: 'both', between }, { decryptionKeys: ['sp', 'other-sp'] });
      expect(sentences(diagnosis)).toEqual([]);
      expect([diagnosis.accepted, diagnosis.verified]).toEqual([true, true]);
    });
  }
});

describe('Attributes', () => {
  it('S24: 150 groups, an unknown NameFormat, no xsi:type and attributes nobody knows are accepted', async () => {
    const groups = Array.from(
      { length: 150 },
      (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    );
    const attributes = [
      ...CLAIMS,
      { name: ENTRA_CLAIM.groups, values: groups },
      { name: 'urn:oid:2.5.4.4', values: ['Simon'], nameFormat: 'urn:example:format' },
      { name: 'https://example.com/nobody/knows', values: ['1', '2'] },
    ];
    const diagnosis = await judged({ basics: { attributes } });
    expect([diagnosis.accepted, sentences(diagnosis)]).toEqual([true, []]);
    expect(diagnosis.claims[ENTRA_CLAIM.groups]).toEqual(groups);
  });
});
