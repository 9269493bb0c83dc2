/** Another vendor is one file of data: everything that makes and judges a login takes it from there. */
import { describe, expect, it } from '@jest/globals';
import { systemRandom } from '../../src/clock.js';
import { silent } from '../../src/logins/log.js';
import { createLoginEvents } from '../../src/logins/login-events.js';
import { createLoginIds } from '../../src/logins/login-id.js';
import { openMemory } from '../../src/logins/open-memory.js';
import { type ReceiverDeps, receiveResponse } from '../../src/logins/receive.js';
import { startLogin } from '../../src/logins/start-login.js';
import { accountOf, accountWarnings, knownUrls } from '../../src/sp/account.js';
import { NEW_PROFILE } from '../../src/sp/authentication-profile.js';
import { createDirectory } from '../../src/sp/directory.js';
import { anIdentityProvider, aResponse, GOOD_AT } from '../a-response.js';
import { parcels } from './second-vendor.js';

const account = accountOf({ accountCode: 'PN17', region: 'north', origin: '', verbatim: true }, parcels);
const acs = account.assertionConsumerServiceUrl;
const clock = { now: () => GOOD_AT };

function receiver(profile = {}): ReceiverDeps {
  return {
    clock,
    newLoginId: createLoginIds(clock, systemRandom),
    memory: openMemory(),
    events: createLoginEvents(),
    log: silent,
    directory: createDirectory({ domains: ['x'], addresses: [{ email: 'b17@x', globalName: 'B', roles: [] }] }),
    settings: async () => ({
      account,
      vendor: parcels,
      profile: { ...NEW_PROFILE, loginUrl: 'https://idp.example/sso', ...profile },
      identityProvider: anIdentityProvider(),
      decryptionKeys: [],
      clockSkewMs: 0,
    }),
  };
}

interface Posted {
  readonly acsUrl?: string;
  readonly audience?: string;
  readonly inResponseTo?: string;
  readonly sign?: 'assertion' | 'both';
}

function receive(
  deps: ReceiverDeps,
  { acsUrl = acs, audience = account.entityId, inResponseTo, sign = 'both' }: Posted,
) {
  const { base64 } = aResponse({
    sign,
    ...(inResponseTo === undefined ? { unsolicited: true } : {}),
    basics: {
      audience,
      assertionConsumerServiceUrl: acsUrl,
      nameId: { value: 'b17@x' },
      ...(inResponseTo === undefined ? {} : { inResponseTo }),
    },
  });
  const message = { binding: 'HTTP-POST', method: 'POST', fieldNames: ['SAMLResponse'], samlResponse: base64 } as const;
  return receiveResponse(deps, message, { acsUrl });
}
const failures = ({ diagnosis }: Awaited<ReturnType<typeof receive>>) =>
  diagnosis.findings.filter(({ status }) => status === 'fail').map(({ id }) => id);

describe('A second vendor', () => {
  it('has its own Identifier and Reply URL', () => {
    expect(account).toMatchObject({
      entityId: 'urn:north:parcels:PN17',
      assertionConsumerServiceUrl: 'https://north.parcels.example/saml/acs',
    });
    expect(accountOf({ accountCode: 'PN17', region: 'north', origin: 'http://localhost:7010' }, parcels)).toMatchObject(
      {
        assertionConsumerServiceUrl: 'http://localhost:7010/saml/acs',
      },
    );
  });

  it('warns by its own prefixes, and not of what only Mimecast asks for', () => {
    expect(accountWarnings('PS1', 'north', parcels)).toEqual([
      'Account codes that begin with PS belong to South (region south), but the region is north.',
    ]);
    expect(accountWarnings('pn17', 'north', parcels)).toEqual([]);
  });

  it('sends its own names in the AuthnRequest, and takes the answer', async () => {
    const deps = receiver();
    const started = await startLogin({ ...deps, random: systemRandom, requestBinding: parcels.requestBinding.value });
    expect(started?.requestXml).toContain('urn:north:parcels:PN17</');
    expect(started?.requestXml).toContain(`AssertionConsumerServiceURL="${acs}"`);
    expect(started?.redirectUrl).toContain('https://idp.example/sso?SAMLRequest=');
    const login = await receive(deps, { inResponseTo: started?.login.request?.id ?? '' });
    expect(failures(login)).toEqual([]);
    expect(login).toMatchObject({ accepted: true, accountCode: 'PN17', region: 'north' });
  });

  it('names its other region when the audience is that one', async () => {
    const audience = 'urn:south:parcels:PN17';
    expect(knownUrls(account, parcels)).toContainEqual({
      url: audience,
      what: 'the Identifier of region south (South), a URN',
    });
    const login = await receive(receiver(), { audience });
    expect(login.diagnosis.rootCause).toBe('audience-matches');
    const finding = login.diagnosis.findings.find(({ id }) => id === 'audience-matches');
    expect(JSON.stringify(finding)).toContain('region south');
  });

  it('asks for the signatures it asks for', async () => {
    const login = await receive(receiver(), { sign: 'assertion' });
    expect(login.accepted).toBe(false);
    expect(failures(login)).toEqual(['response-signed-when-required']);
  });
});

describe('A login that begins at the IdP', () => {
  const mobile = 'https://north.parcels.example/saml/mobile';

  it('is taken where the application takes it, while Allow Single Sign On is ticked', async () => {
    expect((await receive(receiver(), {})).accepted).toBe(true);
    const off = await receive(receiver({ allowSingleSignOn: false }), {});
    expect(off.diagnosis.rootCause).toBe('unsolicited-response-allowed');
  });

  it('is refused at an endpoint whose application takes none, whatever is ticked, and says so', async () => {
    const login = await receive(receiver(), { acsUrl: mobile });
    expect(login.diagnosis.rootCause).toBe('unsolicited-response-allowed');
    expect(login.settings.unsolicitedResponsesAllowed).toBe(false);
    const finding = login.diagnosis.findings.find(({ id }) => id === 'unsolicited-response-allowed');
    expect(finding).toMatchObject({
      summary:
        'The Response answers no request (it began at the identity provider: My Apps, Test), and that is not possible here: Parcels Mobile takes only logins that begin at the service provider.',
    });
  });
});
