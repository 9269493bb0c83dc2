import { describe, expect, it } from '@jest/globals';
import { askToLogOut, logOut } from '../../src/entra/logout.js';
import { seededRandom } from '../../src/entra/seeded-random.js';
import { decodeRedirect } from '../../src/saml/bindings.js';
import { readLogoutRequest, readLogoutResponse } from '../../src/saml/read-logout.js';
import { writeLogoutRequest } from '../../src/saml/write-logout.js';
import { AT, aStandIn, ENTITY_ID } from '../a-stand-in.js';

const LOGOUT_URL = 'https://eu-api.mimecast.com/logout';
const entra = aStandIn('logout', { application: { logoutUrl: LOGOUT_URL } });
const facts = {
  tenant: entra.tenant,
  application: entra.application,
  sessionIndexes: ['_s1'],
  clock: { now: () => AT },
  random: seededRandom('logout'),
};

describe('A LogoutRequest', () => {
  it('is answered at the Logout URL by Redirect, unsigned, by the login host, whoever it names', () => {
    const { url = '' } = logOut({ xml: request({ nameId: { value: 'somebody else' } }), relayState: 'r' }, facts);
    expect(url.startsWith(`${LOGOUT_URL}?SAMLResponse=`)).toBe(true);
    const { message } = decodeRedirect(new URL(url).search);
    const { response } = readLogoutResponse(message?.xml ?? '');
    expect(message?.relayState).toBe('r');
    expect(message?.signature).toBeUndefined();
    expect(response).toMatchObject({ inResponseTo: '_lo1', destination: LOGOUT_URL });
    expect(response?.issuer?.value).toBe(`https://login.microsoftonline.com/${entra.tenant.id}/`);
    expect(response?.status?.codes).toEqual(['urn:oasis:names:tc:SAML:2.0:status:Success']);
  });

  it.each([
    ['without NameID', request({ nameId: undefined }), 7500530],
    ['of somebody else', request({ issuer: 'https://sp.example.com/' }), 700016],
    ['whose ID begins with a digit', request({ id: '1a' }), 7500529],
    ['that names a session nobody has', request({ sessionIndexes: ['_other'] }), 50070],
    ['that is no XML', '<samlp:LogoutRequest', 7500525],
    ['that is something else', '<x/>', 75005],
  ])('%s is refused', (_, xml, aadsts) => {
    expect(logOut({ xml }, facts)).toMatchObject({ obstacle: { aadsts } });
  });

  it('is refused when the application has no Logout URL', () => {
    const { application } = aStandIn();
    expect(logOut({ xml: request() }, { ...facts, application })).toMatchObject({ obstacle: { aadsts: 50061 } });
  });
});

describe('Signing out at Entra', () => {
  const user = entra.directory.find('B.Simon@contoso.com');

  it('asks the application to do the same, naming the user by the pairwise id without a format', () => {
    if (!user) throw new Error('no B.Simon');
    const url = askToLogOut({ ...facts, user }) ?? '';
    const { request: sent } = readLogoutRequest(decodeRedirect(new URL(url).search).message?.xml ?? '');
    expect(sent?.issuer?.value).toBe(`https://sts.windows.net/${entra.tenant.id}/`);
    expect(sent?.nameId?.value).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(sent?.nameId?.format).toBeUndefined();
    expect(sent?.sessionIndexes).toEqual(['_s1']);
  });

  it('asks nobody when the application has no Logout URL', () => {
    if (!user) throw new Error('no B.Simon');
    expect(askToLogOut({ ...facts, application: aStandIn().application, user })).toBeUndefined();
  });
});

function request(change: Partial<Parameters<typeof writeLogoutRequest>[0]> | { nameId: undefined } = {}): string {
  return writeLogoutRequest({
    id: '_lo1',
    issueInstant: AT,
    issuer: ENTITY_ID,
    nameId: { value: 'B.Simon@contoso.com' },
    ...change,
  } as Parameters<typeof writeLogoutRequest>[0]);
}
