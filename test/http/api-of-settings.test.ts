/** The API as scripts use it to change what logins are judged by. */
import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { aResponse, NAME_ID } from '../a-response.js';
import { testKey } from '../keys.js';
import { API, anApi } from './an-api.js';

const good = () => aResponse({ unsolicited: true }).base64;

describe('The Authentication Profile', () => {
  it('is read and changed in part, and the next login is judged by it', async () => {
    const { app, send, get } = anApi();
    const change = await request(app).put(`${API}/authentication-profile`).send({ allowSingleSignOn: false });
    expect(change.body).toMatchObject({ allowSingleSignOn: false, usePasswordProtectedContext: false });
    expect((await get('/authentication-profile')).body).toEqual(change.body);
    expect((await send(good())).status).toBe(403);
    expect((await get('/logins/latest')).body.diagnosis.rootCause).toBe('unsolicited-response-allowed');
  });

  it('keeps no private key and nothing it does not know', async () => {
    const { app, get } = anApi();
    const before = (await get('/authentication-profile')).body;
    const put = (body: object) => request(app).put(`${API}/authentication-profile`).send(body);
    const key = await put({ identityProviderCertificates: [testKey('idp').privateKeyPem] });
    expect(key.body.error.code).toBe('PRIVATE_KEY_GIVEN');
    expect((await put({ alowSingleSignOn: true })).body.error.message).toContain('alowSingleSignOn');
    expect((await put({ loginUrl: 'javascript:alert(1)' })).status).toBe(400);
    expect((await get('/authentication-profile')).body).toEqual(before);
  });

  it.each([
    ['file:///etc/passwd', 'is not an http or https URL'],
    ['/etc/passwd', 'is not an http or https URL'],
    ['http://169.254.169.254/latest', 'plain http is only for this machine'],
    ['http://[', 'is not an http or https URL'],
  ])('does not import %s', async (metadataUrl, sentence) => {
    const { app } = anApi();
    const { status, body } = await request(app).post(`${API}/authentication-profile/import`).send({ metadataUrl });
    expect([status, body.error.code]).toEqual([502, 'METADATA_UNREACHABLE']);
    expect(body.error.message).toContain(sentence);
  });

  it('says why metadata cannot be imported', async () => {
    const { app } = anApi();
    const { body } = await request(app)
      .post(`${API}/authentication-profile/import`)
      .send({ metadataXml: '<html></html>' });
    expect(body.error.code).toBe('METADATA_UNUSABLE');
  });
});

describe('The internal directory', () => {
  it('takes an address, and forgets one: the next login knows', async () => {
    const { app, send, get } = anApi();
    expect((await request(app).delete(`${API}/directory/addresses/${NAME_ID}`)).status).toBe(204);
    expect((await send(good())).status).toBe(403);
    expect((await get('/logins/latest')).body.diagnosis.rootCause).toBe('user-in-directory');
    const added = await request(app)
      .post(`${API}/directory/addresses`)
      .send({ email: NAME_ID, roles: ['Auditor'] });
    expect([added.status, added.body]).toEqual([201, { email: NAME_ID, globalName: '', roles: ['Auditor'] }]);
    expect((await get('/directory/addresses')).body.addresses).toHaveLength(3);
  });

  it('refuses what is no address, and registers no domain for it', async () => {
    const { app, get } = anApi();
    const before = (await get('/directory/addresses')).body;
    const { status, body } = await request(app).post(`${API}/directory/addresses`).send({ email: 'B.Simon' });
    expect([status, body.error.code]).toEqual([400, 'ADDRESS_INVALID']);
    expect((await get('/directory/addresses')).body).toEqual(before);
  });
});
