/**
 * Logout messages. Mimecast documents no single logout, so the service provider here takes none; the stand-in does, as Entra does:
 * it looks at no signature and no NameID, and ends only the sessions of the browser that brings the message.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { encodeRedirect } from '../../src/saml/bindings.js';
import { certificateFromPem } from '../../src/saml/certificates.js';
import { readEnvelopedSignature } from '../../src/saml/enveloped-signature.js';
import { readLogoutRequest } from '../../src/saml/read-logout.js';
import { signElement } from '../../src/saml/sign.js';
import { type LogoutRequestPlan, writeLogoutRequest } from '../../src/saml/write-logout.js';
import { aResponse, GOOD_AT, NAME_ID } from '../a-response.js';
import { testKey } from '../keys.js';
import { aStandIn } from './a-stand-in.js';

let site: Awaited<ReturnType<typeof aStandIn>>;
beforeAll(async () => {
  site = await aStandIn();
  site.entra.updateApplication({ logoutUrl: 'https://eu-api.mimecast.com/logout' });
});
afterAll(() => site.harness.stop());

const logoutRequest = (change: Partial<LogoutRequestPlan> = {}) =>
  writeLogoutRequest({
    id: '_l1',
    issueInstant: GOOD_AT,
    issuer: site.entra.application.identifiers[0] ?? '',
    nameId: { value: NAME_ID },
    ...change,
  });
const signed = (xml: string, elementId = '_l1') =>
  signElement(xml, { elementId, ...testKey('idp'), placeAfter: 'Issuer' });
const redirected = (xml: string) => encodeRedirect({ xml, parameter: 'SAMLRequest' });
const trusted = [certificateFromPem(testKey('idp').certificatePem)];
const worth = (xml: string) => {
  const { request: read, problem } = readLogoutRequest(xml);
  return read ? readEnvelopedSignature(read.document, read.element, trusted) : { status: problem.message };
};

describe('A LogoutRequest', () => {
  it('L1: with a processing instruction before its NameID is refused, signed as it is', async () => {
    const genuine = signed(logoutRequest());
    expect(worth(genuine).status).toBe('verifies');
    const split = genuine.replace(NAME_ID, `<?p not-an-?>${NAME_ID}`);
    expect(worth(split).status).toBe('A LogoutRequest must not hold comments or processing instructions.');
    const { status, text } = await site.open(redirected(split));
    expect([status, text]).toEqual([400, expect.stringContaining('AADSTS')]);
  });

  it('L2: that wraps somebody’s signed assertion is not signed by it', async () => {
    const { xml } = aResponse({ unsolicited: true });
    const assertion = /<Assertion .*<\/Assertion>/s.exec(xml)?.[0] ?? '';
    const wrapped = logoutRequest().replace('</samlp:LogoutRequest>', `${assertion}</samlp:LogoutRequest>`);
    const { status, detail } = worth(wrapped) as { status: string; detail?: string };
    expect(status).toBe('defective');
    expect(detail).toBe('The signature stands in <Assertion>, which is itself in the wrong place.');
  });

  it('L3: for a session that is not there, or a SessionIndex of somebody else, ends nobody’s session', async () => {
    const login = await site.open(
      `${redirected(site.authnRequest())}&auto=1&login_hint=${encodeURIComponent(NAME_ID)}`,
    );
    const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
    const isSignedIn = async () =>
      (await site.open(redirected(site.authnRequest()), { headers: { cookie } })).text.includes('Signed in');
    expect(await isSignedIn()).toBe(true);
    const foreign = await site.open(redirected(logoutRequest({ sessionIndexes: ['_somebody-else'] })), {
      headers: { cookie },
    });
    expect([foreign.status, foreign.text]).toEqual([400, expect.stringContaining('AADSTS50070')]);
    expect(await isSignedIn()).toBe(true);
    const elsewhere = await site.open(redirected(logoutRequest()));
    expect(elsewhere.status).toBe(303);
    expect(await isSignedIn()).toBe(true);
  });

  it('L3: that has expired or comes twice says so to whoever reads it; at Entra it ends the same sessions once more', async () => {
    const expired = logoutRequest({ notOnOrAfter: new Date(GOOD_AT.getTime() - 1) });
    expect(readLogoutRequest(expired).request?.notOnOrAfter?.ms).toBe(GOOD_AT.getTime() - 1);
    const first = await site.open(redirected(expired));
    const second = await site.open(redirected(expired));
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(first.headers.get('location')).toMatch(/^https:\/\/eu-api\.mimecast\.com\/logout\?SAMLResponse=/);
  });

  it('is nothing the service provider takes: neither its AssertionConsumerService nor its logout reads one', async () => {
    const message = Buffer.from(signed(logoutRequest())).toString('base64');
    const { app } = site.harness;
    const posted = await request(app).post('/login/saml').type('form').send({ SAMLRequest: message });
    expect(posted.status).toBe(403);
    const [login] = (await site.harness.logins.list({ limit: 1 })).logins;
    const found = login?.state === 'answered' ? login.diagnosis.findings : [];
    expect(found.find(({ status }) => status === 'fail')?.summary).toMatch(/SAMLRequest/);
    const answer = await request(app).post('/logout').type('form').send({ SAMLRequest: message });
    expect([answer.status, answer.text.includes('POST is not answered at this address; GET is.')]).toEqual([405, true]);
  });
});
