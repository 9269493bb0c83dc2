import { describe, expect, it } from '@jest/globals';
import { createResponse, diagnose, faults, readMetadata } from '../../src/index.js';
import { GOOD_AT } from '../a-response.js';
import { testKey } from '../keys.js';

const given = { key: testKey('idp'), at: GOOD_AT };
const judged = async (options: Parameters<typeof createResponse>[0] = {}, requestId?: string) => {
  const made = await createResponse({ ...given, ...options });
  return diagnose(made.samlResponse, { ...made, at: GOOD_AT, ...(requestId === undefined ? {} : { requestId }) });
};

describe('A response made for a test', () => {
  it('is good, and brings what it has to be judged by', async () => {
    const diagnosis = await judged();
    expect(diagnosis.findings.filter(({ status }) => status === 'fail').map(({ summary }) => summary)).toEqual([]);
    expect(diagnosis).toMatchObject({ accepted: true, verified: true, secondOpinion: { accepted: true } });
    expect(diagnosis.assertion?.conditions?.audiences).toEqual(['https://eu-api.mimecast.com/sso/C46A75']);
  });

  it('answers a request, for another service provider, with other claims', async () => {
    const serviceProvider = { entityId: 'https://sp.test/saml', assertionConsumerServiceUrl: 'https://sp.test/acs' };
    const options = { serviceProvider, requestId: '_ours', relayState: '/x', claims: { department: ['Sales', 'IT'] } };
    const diagnosis = await judged(options, '_ours');
    expect(diagnosis.accepted).toBe(true);
    expect(diagnosis.claims['department']).toEqual(['Sales', 'IT']);
    expect(diagnosis.response?.inResponseTo).toBe('_ours');
    const { fields } = await createResponse({ ...given, ...options });
    expect(fields.at(-1)).toEqual(['RelayState', '/x']);
  });

  it('has the faults that are asked for', async () => {
    expect((await judged({ faults: ['wrong-audience'] })).rootCause).toBe('audience-matches');
    await expect(createResponse({ ...given, faults: ['no-such'] })).rejects.toMatchObject({ code: 'FAULT_UNKNOWN' });
    expect(faults.map(({ id }) => id)).toContain('wrong-audience');
  });

  it('is not made for somebody the stand-in does not know', async () => {
    await expect(createResponse({ ...given, user: 'nobody@contoso.com' })).rejects.toMatchObject({
      code: 'ENTRA_REFUSED',
      message: expect.stringContaining('AADSTS50034'),
    });
  });

  it('is signed by a new key when none is given, as its metadata says', async () => {
    const made = await createResponse();
    expect((await diagnose(made.samlResponse, { ...made, secondOpinion: false })).accepted).toBe(true);
    const { identityProvider } = readMetadata(made.identityProvider.metadata);
    expect(identityProvider?.signingCertificates[0]?.subject).toBe('CN=Microsoft Azure Federated SSO Certificate');
  });

  it('is for a user of your own, with the application configured as you like, and says by whom it is signed', async () => {
    const user = { userPrincipalName: 'anna@example.org', mail: 'anna@example.org', surname: 'Ash' };
    const application = {
      signingOption: 'Sign SAML response and assertion',
      nameId: { source: 'user.mail', format: 'Persistent' },
    } as const;
    const made = await createResponse({ ...given, user, application, relayState: '/unsolicited' });
    const diagnosis = await diagnose(made.samlResponse, { ...made, at: GOOD_AT, secondOpinion: false });
    expect(diagnosis.signatures?.map(({ covers }) => covers)).toEqual(['response', 'assertion']);
    expect(diagnosis.assertion?.subject).toMatchObject({ nameId: 'anna@example.org' });
    expect(made.fields.at(-1)).toEqual(['RelayState', '/unsolicited']);
    expect(made.certificate).toBe(testKey('idp').certificatePem);
    expect(diagnosis.response?.issuer).toBe(made.issuer);
  });
});
