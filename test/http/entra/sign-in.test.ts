import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { encodePost, encodeRedirect } from '../../../src/saml/bindings.js';
import { readMetadata } from '../../../src/saml/read-metadata.js';
import { testKey } from '../../keys.js';
import { anEntraSite, aRequest, postedResponse } from './an-entra-site.js';

describe('Signing in at the stand-in', () => {
  it('asks who wants to sign in, with every user of the tenant, and posts a response for the one chosen', async () => {
    const { app, tenantId } = anEntraSite();
    const query = encodeRedirect({ xml: aRequest(), parameter: 'SAMLRequest', relayState: 'to <the> portal' });
    const page = await request(app).get(`/${tenantId}/saml2?${query}`).expect(200);
    expect(page.text).toContain('Pick an account');
    expect(page.text).toContain('Adele.Vance@contoso.com');
    expect(page.text).toContain('Any user signs in with any password');

    const posted = await request(app)
      .post(`/${tenantId}/login`)
      .type('form')
      .send({ query, user: 'Adele.Vance@contoso.com' })
      .expect(200);
    expect(posted.text).toContain('action="http://localhost:7010/login/saml"');
    expect(posted.text).toContain('value="to &lt;the> portal"');
    expect(posted.text).toContain('Continue');
    expect(posted.text).not.toMatch(/<script(?![^>]*src="\/assets\/)/);
    expect(posted.headers['content-security-policy']).toContain("form-action 'self' http://localhost:7010;");
    expect(postedResponse(posted.text)).toContain('>Adele.Vance@contoso.com</NameID>');
    expect(postedResponse(posted.text)).toContain('InResponseTo="_request-1"');
  });

  it('signs in without a page when login_hint and auto=1 say who it is', async () => {
    const { app, tenantId } = anEntraSite();
    const query = encodeRedirect({ xml: aRequest(), parameter: 'SAMLRequest' });
    const posted = await request(app).get(`/${tenantId}/saml2?${query}&login_hint=B.Simon%40contoso.com&auto=1`);
    expect(postedResponse(posted.text)).toContain('>B.Simon@contoso.com</NameID>');
    expect(posted.text).not.toContain('name="RelayState"');
  });

  it('takes requests by HTTP-POST as well, and hands them on through the sign-in page', async () => {
    const { app, tenantId } = anEntraSite();
    const fields = { SAMLRequest: encodePost(aRequest()), RelayState: 'there' };
    const page = await request(app).post(`/${tenantId}/saml2`).type('form').send(fields).expect(200);
    expect(page.text).toContain('Pick an account');
    expect(page.text).toContain(`name="SAMLRequest" value="${fields.SAMLRequest}"`);
    const posted = await request(app)
      .post(`/${tenantId}/login`)
      .type('form')
      .send({ ...fields, other: 'b.simon@contoso.com' });
    expect(postedResponse(posted.text)).toContain('>B.Simon@contoso.com</NameID>');
    expect(posted.text).toContain('name="RelayState" value="there"');
  });

  it('leaves InResponseTo out for the fixed ID of the portal’s test', async () => {
    const { app, tenantId } = anEntraSite();
    const xml = aRequest({ id: 'F84D888AA3B44C1B844375A4E8210D9E' });
    const query = encodeRedirect({ xml, parameter: 'SAMLRequest' });
    const posted = await request(app).get(`/${tenantId}/saml2?${query}&login_hint=B.Simon@contoso.com&auto=1`);
    expect(postedResponse(posted.text)).not.toContain('InResponseTo');
  });

  it('signs in whoever is queued, without asking', async () => {
    const { app, entra, tenantId } = anEntraSite();
    entra.enqueue({ user: 'Lidia.Holloway@contoso.com', claims: { department: ['Sales', 'Berlin'] } });
    const query = encodeRedirect({ xml: aRequest(), parameter: 'SAMLRequest' });
    const first = await request(app).get(`/${tenantId}/saml2?${query}`);
    expect(postedResponse(first.text)).toContain('>Lidia.Holloway@contoso.com</NameID>');
    expect(postedResponse(first.text)).toContain(
      '<Attribute Name="department"><AttributeValue>Sales</AttributeValue><AttributeValue>Berlin</AttributeValue></Attribute>',
    );
    const second = await request(app).get(`/${tenantId}/saml2?${query}`);
    expect(second.text).toContain('Pick an account');
  });
});

describe('Claims of the next login', () => {
  it('are named in full or by their last segment, and null leaves one out', async () => {
    const { app, entra, tenantId } = anEntraSite();
    const query = encodeRedirect({ xml: aRequest(), parameter: 'SAMLRequest' });
    const user = 'Lidia.Holloway@contoso.com';
    entra.enqueue({ user, claims: { emailaddress: null, surname: 'Changed' } });
    const answer = postedResponse((await request(app).get(`/${tenantId}/saml2?${query}`)).text);
    expect(answer).not.toContain('claims/emailaddress"');
    expect(answer).toContain('claims/surname"><AttributeValue>Changed</AttributeValue>');
  });
});

describe('The error page', () => {
  const shown = async (path: (tenantId: string) => string) => {
    const { app, tenantId } = anEntraSite();
    const page = await request(app).get(path(tenantId));
    expect(page.status).toBe(400);
    expect(page.text).toContain('Sorry, but we’re having trouble signing you in.');
    expect(page.text).toMatch(/Request Id:<\/dt><dd>[\da-f-]{36}</);
    expect(page.text).toMatch(/Correlation Id:<\/dt><dd>[\da-f-]{36}</);
    expect(page.text).toContain('Timestamp:</dt><dd>2026-03-02 09:15:05Z<');
    return page.text;
  };
  const withRequest =
    (xml: string, more = '') =>
    (tenantId: string) =>
      `/${tenantId}/saml2?${encodeRedirect({ xml, parameter: 'SAMLRequest' })}${more}`;

  it('names the Reply URL that is not registered', async () => {
    const text = await shown(withRequest(aRequest({ assertionConsumerServiceUrl: 'https://evil.example/acs' })));
    expect(text).toContain("AADSTS50011: The reply URL 'https://evil.example/acs'");
  });

  it('names an Identifier nobody has', async () => {
    expect(await shown(withRequest(aRequest({ issuer: 'http://localhost:7010/sso/c46a75' })))).toContain(
      "AADSTS700016: Application with identifier 'http://localhost:7010/sso/c46a75' was not found in the directory 'Contoso'.",
    );
  });

  it('says when there is no message at all, or none that can be read', async () => {
    expect(await shown((tenantId) => `/${tenantId}/saml2`)).toContain('AADSTS750054: SAMLRequest or SAMLResponse must');
    expect(await shown((tenantId) => `/${tenantId}/saml2?SAMLRequest=AAAA`)).toContain('AADSTS75001:');
    expect(await shown(withRequest('<a'))).toContain(
      'AADSTS7500525: There was an XML error in the SAML message at line 1',
    );
  });

  it('says when the tenant in the address is another one', async () => {
    expect(await shown(() => '/fabrikam.com/saml2?SAMLRequest=AAAA')).toContain(
      "AADSTS90002: Tenant 'fabrikam.com' not found.",
    );
  });

  it('says when the user may not sign in', async () => {
    const auto = (upn: string) => withRequest(aRequest(), `&auto=1&login_hint=${encodeURIComponent(upn)}`);
    expect(await shown(auto('nobody@contoso.com'))).toContain(
      'AADSTS50034: The user account nobody@contoso.com does not exist',
    );
  });

  it('shows what an attacker wrote as text only', async () => {
    const text = await shown(withRequest(aRequest({ issuer: '<script>alert(1)</script>' })));
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('&lt;script>alert(1)&lt;/script>');
  });
});

describe('Federation metadata', () => {
  it('is the application’s with its application id, whatever the case of the path', async () => {
    const { app, entra, tenantId } = anEntraSite();
    for (const path of [
      `federationmetadata/2007-06/federationmetadata.xml?appid=${entra.application.applicationId}`,
      `FederationMetadata/2007-06/FederationMetadata.xml?AppId=${entra.application.applicationId}`,
    ]) {
      const response = await request(app).get(`/${tenantId}/${path}`).responseType('blob').expect(200);
      expect(response.headers['content-type']).toContain('application/samlmetadata+xml');
      expect([...response.body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const { identityProvider } = readMetadata(response.body.toString('utf8'));
      expect(identityProvider?.entityId).toBe(`https://sts.windows.net/${tenantId}/`);
      expect(identityProvider?.signingCertificates[0]?.pem.trim()).toBe(testKey('idp').certificatePem.trim());
      expect(identityProvider?.singleSignOn?.[0]?.location).toBe(entra.loginUrl());
    }
  });

  it('without it is the tenant’s, with keys that sign nothing of the application', async () => {
    const { app, tenantId } = anEntraSite();
    const response = await request(app)
      .get(`/${tenantId}/federationmetadata/2007-06/federationmetadata.xml`)
      .responseType('blob');
    const { identityProvider } = readMetadata(response.body.toString('utf8'));
    expect(identityProvider?.signingCertificates.map(({ subject }) => subject)).toEqual([
      'CN=accounts.accesscontrol.windows.net',
    ]);
  });

  it('is not there for another application', async () => {
    const { app, tenantId } = anEntraSite();
    const page = await request(app).get(`/${tenantId}/federationmetadata/2007-06/federationmetadata.xml?appid=other`);
    expect(page.status).toBe(404);
    expect(page.text).toContain('There is no application with the id other');
  });
});
