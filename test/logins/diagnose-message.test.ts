/** `diagnose` of the public API: what may be left out, and what is said then. */
import { describe, expect, it } from '@jest/globals';
import { diagnose } from '../../src/index.js';
import { writeEntraMetadata } from '../../src/saml/write-metadata.js';
import { ACS, aResponse, ENTITY_ID, GOOD_AT, IDP_ENTITY_ID, NAME_ID, REQUEST_ID } from '../a-response.js';
import { testKey } from '../keys.js';

const serviceProvider = { entityId: ENTITY_ID, assertionConsumerServiceUrl: ACS };
const signingCertificates = [testKey('idp').certificatePem];
const identityProvider = { entityId: IDP_ENTITY_ID, signingCertificates };
const complete = { serviceProvider, identityProvider, at: GOOD_AT, requestId: REQUEST_ID, clockSkewMs: 0 };
type Options = NonNullable<Parameters<typeof diagnose>[1]>;

const of = (findings: Awaited<ReturnType<typeof diagnose>>, id: string) =>
  findings.findings.find((finding) => finding.id === id);

describe('A message that is diagnosed', () => {
  it('that did not pass our own reading is not shown to node-saml', async () => {
    const { secondOpinion } = await diagnose('not base64', complete);
    expect(secondOpinion?.notAsked).toContain('did not pass our own strict reading');
  });

  it.each([
    ['base64, as posted', aResponse().base64],
    ['XML', aResponse().xml],
    ['XML from a file with a byte order mark', `\uFEFF${aResponse().xml}`],
  ])('may be %s', async (_what, message) => {
    const diagnosis = await diagnose(message, complete);
    expect(diagnosis).toMatchObject({
      accepted: true,
      rootCause: null,
      verified: true,
      at: GOOD_AT,
      assertion: { subject: { nameId: NAME_ID } },
      secondOpinion: { library: '@node-saml/passport-saml', accepted: true },
    });
  });

  it('may be anything: that is a finding, not an error', async () => {
    for (const message of ['', ' ', '<', '\0', 'not base64', '<html></html>', 'x'.repeat(3_000_000)]) {
      const diagnosis = await diagnose(message, complete);
      expect(diagnosis.accepted).toBe(false);
      expect(diagnosis.rootCause).not.toBeNull();
      expect(diagnosis.secondOpinion?.accepted).toBe(false);
    }
  });

  it('is judged by the metadata of the IdP just as well', async () => {
    const metadata = writeEntraMetadata({
      id: '_metadata',
      entityId: IDP_ENTITY_ID,
      singleSignOnUrl: 'https://login.microsoftonline.com/t/saml2',
      wsFederationUrl: 'https://login.microsoftonline.com/t/wsfed',
      certificates: signingCertificates,
    });
    expect((await diagnose(aResponse().base64, { ...complete, identityProvider: { metadata } })).accepted).toBe(true);
  });
});

describe('The instant of judgement', () => {
  it('is now unless said otherwise', async () => {
    const clock = { now: () => new Date('2026-03-02T12:00:00Z') };
    const { at: _, ...rest } = complete;
    const diagnosis = await diagnose(aResponse().base64, { ...rest, clock });
    expect(diagnosis.at).toEqual(clock.now());
    expect(of(diagnosis, 'conditions-not-expired')?.status).toBe('fail');
  });

  it('`issued` is the IssueInstant of the response', async () => {
    const diagnosis = await diagnose(aResponse().base64, { ...complete, at: 'issued' });
    expect(diagnosis.accepted).toBe(true);
    expect(diagnosis.at).toEqual(new Date(diagnosis.response?.issueInstant ?? ''));
  });

  it('`issued` is now when the message does not say', async () => {
    const clock = { now: () => GOOD_AT };
    expect((await diagnose('nothing', { ...complete, at: 'issued', clock })).at).toEqual(GOOD_AT);
  });
});

describe('What is left out', () => {
  const without = async (change: Options) => diagnose(aResponse().base64, { at: GOOD_AT, identityProvider, ...change });

  it('makes its checks not applicable, which say what to give', async () => {
    const diagnosis = await without({});
    expect(diagnosis.accepted).toBe(true);
    for (const id of ['audience-matches', 'destination-matches', 'recipient-matches', 'in-response-to-known']) {
      expect([id, of(diagnosis, id)?.status]).toEqual([id, 'not-applicable']);
      expect(of(diagnosis, id)?.summary.length).toBeGreaterThan(20);
    }
  });

  it('blocks the signature checks when it is the key, so that nothing is ever accepted without one', async () => {
    const diagnosis = await without({ identityProvider: {}, serviceProvider });
    expect([diagnosis.accepted, diagnosis.verified]).toEqual([false, false]);
    expect(of(diagnosis, 'signature-verifies')?.status).toBe('blocked');
    expect(diagnosis.secondOpinion?.notAsked).toBe('node-saml needs a signing certificate of the IdP.');
  });

  it('is the vendor: it is told by the entityID, or given', async () => {
    const upn = aResponse({ basics: { nameId: { value: 'bsimon' } } }).base64;
    const isEmail = async (sp: Options['serviceProvider']) =>
      of(await diagnose(upn, { ...complete, serviceProvider: { ...sp } }), 'name-id-is-email')?.status;
    expect(await isEmail(serviceProvider)).toBe('fail');
    expect(await isEmail({ ...serviceProvider, profile: 'generic' })).toBe('not-applicable');
    expect(await isEmail({ entityId: 'https://sp.test' })).toBe('not-applicable');
    expect(await isEmail({ entityId: 'https://sp.test', profile: 'mimecast' })).toBe('fail');
  });

  it('may be the second opinion', async () => {
    expect((await without({ secondOpinion: false })).secondOpinion).toBeUndefined();
  });
});

describe('Two opinions that differ', () => {
  it('are explained in words', async () => {
    const elsewhere = { ...serviceProvider, assertionConsumerServiceUrl: 'https://us-api.mimecast.com/login/saml' };
    const { accepted, secondOpinion } = await diagnose(aResponse().base64, { ...complete, serviceProvider: elsewhere });
    expect([accepted, secondOpinion?.accepted]).toEqual([false, true]);
    expect(secondOpinion?.gap).toBe('node-saml does not look at Destination or Recipient of the subject confirmation.');
  });
});

describe('Settings that cannot be used are errors, not verdicts:', () => {
  const { privateKeyPem } = testKey('idp');
  it.each<[string, Options['identityProvider'], string]>([
    ['a private key for a certificate', { signingCertificates: [privateKeyPem] }, 'PRIVATE_KEY_GIVEN'],
    ['a letter for a certificate', { signingCertificates: ['Dear Sir'] }, 'CERTIFICATE_UNREADABLE'],
    ['a page for metadata', { metadata: '<html></html>' }, 'METADATA_UNUSABLE'],
  ])('%s', async (_what, idp = {}, code) => {
    await expect(diagnose('x', { identityProvider: idp })).rejects.toMatchObject({ code });
  });

  it('a misspelt contract, though the message is none that could be held against it', async () => {
    const contract = { claimz: {} } as NonNullable<Options['contract']>;
    await expect(diagnose('x', { contract })).rejects.toMatchObject({ code: 'CONTRACT_INVALID' });
  });
});
