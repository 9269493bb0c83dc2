import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { decodeRedirect, encodeRedirect } from '../../../src/saml/bindings.js';
import { writeLogoutRequest } from '../../../src/saml/write-logout.js';
import { GOOD_AT } from '../../a-response.js';
import { anEntraSite, aRequest, postedResponse } from './an-entra-site.js';

const LOGOUT_URL = 'http://localhost:7010/slo';

/** A browser, with cookies and a clock that can be moved. */
function aBrowser(application: object = {}) {
  const clock = { at: GOOD_AT, now: () => clock.at };
  const site = anEntraSite({ clock, application });
  const browser = request.agent(site.app);
  const query = (change: Parameters<typeof aRequest>[0] = {}) =>
    encodeRedirect({ xml: aRequest(change), parameter: 'SAMLRequest' });
  const signIn = (user: string, more: object = {}, change = {}) =>
    browser
      .post(`/${site.tenantId}/login`)
      .type('form')
      .send({ query: query(change), user, ...more });
  return { ...site, browser, clock, query, signIn };
}

const authnInstant = (xml: string) => /AuthnInstant="([^"]*)"/.exec(xml)?.[1];

describe('A session at the stand-in', () => {
  it('lasts: AuthnInstant stays that of the first sign-in, unless the request forces a new one', async () => {
    const { signIn, clock, browser, query, tenantId } = aBrowser();
    const first = authnInstant(postedResponse((await signIn('B.Simon@contoso.com')).text));
    expect(first).toMatch(/^2026-03-02T09:14:0/);
    clock.at = new Date('2026-03-02T11:00:00Z');
    expect((await browser.get(`/${tenantId}/saml2?${query()}`)).text).toMatch(
      /B\.Simon@contoso\.com<\/span><span[^>]*>Signed in/,
    );
    expect(authnInstant(postedResponse((await signIn('b.simon@contoso.com')).text))).toBe(first);
    const forced = postedResponse((await signIn('B.Simon@contoso.com', {}, { forceAuthn: true })).text);
    expect(authnInstant(forced)).toMatch(/^2026-03-02T10:5/);
    expect(authnInstant(postedResponse((await signIn('B.Simon@contoso.com')).text))).toBe(authnInstant(forced));
    clock.at = new Date('2026-03-02T13:00:00Z');
    const windows = postedResponse((await signIn('B.Simon@contoso.com', { method: 'windows-integrated' })).text);
    expect(windows).toContain('authenticationmethod/windows');
    expect(authnInstant(windows)).toMatch(/^2026-03-02T12:5/);
  });

  it('lets a silent request through without a page', async () => {
    const { signIn, browser, query, tenantId } = aBrowser();
    const silent = `/${tenantId}/saml2?${query({ isPassive: true })}`;
    expect((await browser.get(silent)).text).toContain('AADSTS50058: A silent sign-in request was sent');
    await signIn('Adele.Vance@contoso.com');
    expect(postedResponse((await browser.get(silent)).text)).toContain('>Adele.Vance@contoso.com</NameID>');
  });

  it('with Windows does not satisfy a request for a password', async () => {
    const { signIn } = aBrowser();
    const context = {
      requestedAuthnContext: { classRefs: ['urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport'] },
    };
    const refused = await signIn('B.Simon@contoso.com', { method: 'windows-integrated' }, context);
    expect(refused.text).toContain(
      "AADSTS75011: Authentication method 'WindowsIntegrated' by which the user authenticated with the service doesn't match requested authentication method 'Password, ProtectedTransport'. Contact the Mimecast application owner.",
    );
  });

  it('carries faults chosen on the sign-in page', async () => {
    const { signIn } = aBrowser();
    const posted = await signIn('B.Simon@contoso.com', { fault: 'audience-spn' });
    expect(postedResponse(posted.text)).toContain('<Audience>spn:');
  });
});

describe('Signing out', () => {
  const logout = (sessionIndexes: readonly string[] = []) =>
    encodeRedirect({
      xml: writeLogoutRequest({
        id: '_logout-1',
        issueInstant: GOOD_AT,
        issuer: 'http://localhost:7010/sso/C46A75',
        nameId: { value: 'B.Simon@contoso.com' },
        sessionIndexes,
      }),
      parameter: 'SAMLRequest',
      relayState: 'bye',
    });

  it('of the service provider ends the session, and the answer goes to the Logout Url', async () => {
    const { signIn, browser, query, tenantId } = aBrowser({ logoutUrl: LOGOUT_URL });
    const index = /SessionIndex="([^"]*)"/.exec(postedResponse((await signIn('B.Simon@contoso.com')).text))?.[1] ?? '';
    const wrong = await browser.get(`/${tenantId}/saml2?${logout(['_somebody-else'])}`);
    expect(wrong.text).toContain('AADSTS50070');
    const answered = await browser.get(`/${tenantId}/saml2?${logout([index])}`).expect(303);
    const location = new URL(String(answered.headers.location));
    expect(location.origin + location.pathname).toBe(LOGOUT_URL);
    const { message } = decodeRedirect(location.search);
    expect(message?.relayState).toBe('bye');
    expect(message?.xml).toContain('InResponseTo="_logout-1"');
    expect(message?.xml).toContain(`>https://login.microsoftonline.com/${tenantId}/</`);
    expect((await browser.get(`/${tenantId}/saml2?${query()}`)).text).not.toContain('Signed in');
  });

  it('at Entra asks the service provider to end its session too', async () => {
    const { signIn, browser, tenantId } = aBrowser({ logoutUrl: LOGOUT_URL });
    await signIn('B.Simon@contoso.com');
    const asked = await browser.get('/signout').expect(303);
    const { message } = decodeRedirect(new URL(String(asked.headers.location)).search);
    expect(message?.xml).toContain('LogoutRequest');
    expect(message?.xml).toContain('SessionIndex');
    const back = encodeRedirect({ xml: '<LogoutResponse/>', parameter: 'SAMLResponse' });
    expect((await browser.get(`/${tenantId}/saml2?${back}`)).text).toContain('You signed out of your account');
    expect((await browser.get('/signout').expect(200)).text).toContain('You signed out of your account');
  });

  it('is not taken for the login that was ordered next', async () => {
    const { browser, entra, tenantId } = aBrowser({ logoutUrl: LOGOUT_URL });
    entra.enqueue({ user: 'B.Simon@contoso.com' });
    await browser.get(`/${tenantId}/saml2?${logout()}`).expect(303);
    expect(entra.queue.nextUser()).toBe('B.Simon@contoso.com');
  });

  it('needs a Logout Url to answer to', async () => {
    const { browser, tenantId } = aBrowser();
    expect((await browser.get(`/${tenantId}/saml2?${logout()}`)).text).toContain('AADSTS50061');
  });
});
