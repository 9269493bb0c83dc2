import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { encodeRedirect } from '../../../src/saml/bindings.js';
import { testKey } from '../../keys.js';
import { anEntraSite, aRequest, postedResponse } from './an-entra-site.js';

const signInUrl = (tenantId: string, upn = 'B.Simon@contoso.com') =>
  `/${tenantId}/saml2?${encodeRedirect({ xml: aRequest(), parameter: 'SAMLRequest' })}&auto=1&login_hint=${encodeURIComponent(upn)}`;

describe('The application over the API', () => {
  it('says everything a service provider’s administrator copies', async () => {
    const { app, entra, tenantId } = anEntraSite();
    const { body } = await request(app).get('/api/v1/application').expect(200);
    expect(body).toMatchObject({
      name: 'Mimecast',
      identifiers: ['http://localhost:7010/sso/C46A75'],
      signingOption: 'Sign SAML assertion',
      appFederationMetadataUrl: entra.metadataUrl(),
      loginUrl: `http://127.0.0.1:7011/${tenantId}/saml2`,
      microsoftEntraIdentifier: `https://sts.windows.net/${tenantId}/`,
    });
    expect(body.certificates).toEqual([
      expect.objectContaining({
        status: 'Active',
        pem: testKey('idp').certificatePem,
        notAfter: '2028-06-01T08:00:00.000Z',
      }),
    ]);
    expect(JSON.stringify(body)).not.toContain('PRIVATE KEY');
  });

  it('is changed field by field, and an optional one is taken away with null', async () => {
    const { app } = anEntraSite();
    const put = (change: object) => request(app).put('/api/v1/application').send(change);
    expect((await put({ relayState: 'https://portal/', signingOption: 'Sign SAML response' })).body).toMatchObject({
      relayState: 'https://portal/',
      signingOption: 'Sign SAML response',
      name: 'Mimecast',
    });
    expect((await put({ relayState: null })).body).not.toHaveProperty('relayState');
  });

  it('refuses what the portal would refuse, and says which', async () => {
    const { app } = anEntraSite();
    const put = (change: object) => request(app).put('/api/v1/application').send(change);
    const http = await put({ replyUrls: ['http://eu-api.mimecast.com/login/saml'] });
    expect(http.status).toBe(400);
    expect(http.body.error.message).toContain('has to begin with https://');
    const unknown = await put({ replyUrl: ['https://x.example/'] });
    expect(unknown.body.error).toMatchObject({ code: 'REQUEST_INVALID', message: expect.stringContaining('replyUrl') });
    const key = await put({ tokenEncryptionCertificate: testKey('sp').privateKeyPem });
    expect(key.body.error.code).toBe('PRIVATE_KEY_GIVEN');
  });

  it('takes only JSON', async () => {
    const { app } = anEntraSite();
    const form = await request(app).put('/api/v1/application').type('form').send({ name: 'Other' });
    expect([form.status, form.body.error]).toEqual([
      415,
      {
        code: 'REQUEST_INVALID',
        message: 'The body is not JSON.',
        remedy: 'Send it with Content-Type: application/json.',
      },
    ]);
  });

  it('rolls its certificate over', async () => {
    const { app, entra, tenantId } = anEntraSite();
    const made = await request(app).post('/api/v1/application/certificates').send({}).expect(201);
    expect(made.body.status).toBe('Inactive');
    expect((await entra.metadata()).split('<IDPSSODescriptor')[1]?.match(/<KeyDescriptor/g)).toHaveLength(2);
    await request(app).put(`/api/v1/application/certificates/${made.body.thumbprint}/active`).expect(204);
    const login = await request(app).get(signInUrl(tenantId));
    const next = testKey('idp-next').certificatePem.replace(/-----[A-Z ]+-----|\s/g, '');
    expect(postedResponse(login.text)).toContain(`<X509Certificate>${next}</X509Certificate>`);
    const active = await request(app).delete(`/api/v1/application/certificates/${made.body.thumbprint}`);
    expect(active.body.error.code).toBe('CERTIFICATE_ACTIVE');
    await request(app).delete('/api/v1/application/certificates/active').expect(204);
    expect((await request(app).get(signInUrl(tenantId))).text).toContain('AADSTS50003: No signing key');
  });
});

describe('Users and assignments over the API', () => {
  it('a new user signs in only once assigned', async () => {
    const { app, tenantId } = anEntraSite();
    const upn = 'Grady.Archie@contoso.com';
    const made = await request(app).post('/api/v1/users').send({ userPrincipalName: upn, mail: upn }).expect(201);
    expect(made.body).toMatchObject({ displayName: 'Grady.Archie', userType: 'Member', accountEnabled: true });
    const refused = await request(app).get(signInUrl(tenantId, upn));
    expect(refused.text).toContain(
      `The signed in user '${upn}' is blocked because they are not a direct member of a group`,
    );
    await request(app)
      .put(`/api/v1/assignments/${encodeURIComponent(upn)}`)
      .expect(200);
    expect(postedResponse((await request(app).get(signInUrl(tenantId, upn))).text)).toContain(`>${upn}</NameID>`);
    await request(app)
      .delete(`/api/v1/assignments/${encodeURIComponent(upn)}`)
      .expect(204);
    expect((await request(app).get(signInUrl(tenantId, upn))).text).toContain('AADSTS50105');
    await request(app)
      .delete(`/api/v1/users/${encodeURIComponent(upn)}`)
      .expect(204);
    expect((await request(app).get(signInUrl(tenantId, upn))).text).toContain('AADSTS50034');
  });

  it('lists both, and says what is not there', async () => {
    const { app } = anEntraSite();
    const { body } = await request(app).get('/api/v1/users');
    expect(body.users.map((user: { userPrincipalName: string }) => user.userPrincipalName)).toContain(
      'B.Simon@contoso.com',
    );
    const assigned = await request(app).get('/api/v1/assignments');
    expect(assigned.body.assignments).toContainEqual({ type: 'User', principal: 'B.Simon@contoso.com' });
    await request(app).delete('/api/v1/users/nobody%40contoso.com').expect(404);
    const nobody = await request(app).put('/api/v1/assignments/nobody%40contoso.com');
    expect(nobody.body.error.message).toContain('No user or group is called nobody@contoso.com.');
  });
});

describe('Faults over the API', () => {
  it('are listed with what catches them, and made in as many logins as asked for', async () => {
    const { app, tenantId } = anEntraSite();
    const { body } = await request(app).get('/api/v1/faults').expect(200);
    expect(body.next).toEqual({ faults: [], times: 0 });
    const spn = body.faults.find(({ id }: { id: string }) => id === 'audience-spn');
    expect(spn).toMatchObject({ caughtBy: ['audience-matches'], kind: 'mistake' });
    await request(app)
      .post('/api/v1/faults')
      .send({ faults: ['audience-spn'], times: 2 })
      .expect(200);
    const audience = async () =>
      />([^<]*)<\/Audience>/.exec(postedResponse((await request(app).get(signInUrl(tenantId))).text))?.[1];
    expect(await audience()).toContain('spn:');
    expect(await audience()).toContain('spn:');
    expect(await audience()).toBe('http://localhost:7010/sso/C46A75');
  });

  it('refuses one that does not exist', async () => {
    const { app } = anEntraSite();
    const refused = await request(app)
      .post('/api/v1/faults')
      .send({ faults: ['audiense'] });
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toBe('There is no fault "audiense".');
  });

  it('orders the next login: who, what faults, which claims', async () => {
    const { app, tenantId } = anEntraSite();
    const order = { user: 'Adele.Vance@contoso.com', claims: { role: 'Reader' }, method: 'multi-factor' };
    await request(app).post('/api/v1/logins/next').send(order).expect(202);
    const xml = postedResponse((await request(app).get(signInUrl(tenantId))).text);
    expect(xml).toContain('>Adele.Vance@contoso.com</NameID>');
    expect(xml).toContain('<Attribute Name="role"><AttributeValue>Reader</AttributeValue></Attribute>');
    expect(xml).toContain('http://schemas.microsoft.com/claims/multipleauthn');
  });
});
