/** What a proxy in front says of a request, and the id by which it is found again. */
import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createHarness, type HarnessError } from '../../src/index.js';
import { aResponse } from '../a-response.js';
import { rehearse } from './rehearse.js';

describe('What a proxy says', () => {
  const forwarded = { 'X-Forwarded-Host': 'sso-test.contoso.com', 'X-Forwarded-Proto': 'https', Host: 'upstream:7010' };
  const publicUrl = 'https://sso-test.contoso.com';

  it('is not believed by default: whoever writes those headers is nobody special', async () => {
    const { app } = await rehearse({ publicUrl });
    await request(app).get('/login/saml').set(forwarded).expect(421);
    const answer = await request(app).get('/login/saml').set('X-Request-Id', 'chosen-by-the-client').expect(200);
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is believed of a proxy that was named: host, origin, and the id it gave the request', async () => {
    const { app } = await rehearse({ publicUrl, trustProxy: '127.0.0.0/8, ::1, ::ffff:127.0.0.1' });
    const answer = await request(app)
      .get('/')
      .set({ ...forwarded, Origin: publicUrl, 'X-Request-Id': 'edge-42' })
      .expect(200);
    expect(answer.headers['x-request-id']).toBe('edge-42');
    await request(app)
      .get('/')
      .set({ ...forwarded, Origin: 'https://evil.example' })
      .expect(403);
    await request(app)
      .get('/')
      .set({ ...forwarded, 'X-Forwarded-Host': 'evil.example' })
      .expect(421);
  });

  it('is an id only while it is one: anything else is replaced', async () => {
    const { app } = await rehearse({ trustProxy: '1' });
    for (const id of ['<script>', 'a b', 'x'.repeat(129), '']) {
      const answer = await request(app).get('/login/saml').set('X-Request-Id', id).expect(200);
      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f]{16}$/);
    }
  });

  it.each([
    ['true', '--trust-proxy true is neither an address nor a network.'],
    ['*', '--trust-proxy * is neither'],
    ['0.0.0.0/0', '--trust-proxy 0.0.0.0/0 is neither'],
    ['10.0.0.5, proxy.contoso.com', '--trust-proxy proxy.contoso.com is neither'],
  ])('cannot be believed of "%s"', async (trustProxy, sentence) => {
    const refusal = await createHarness({ trustProxy }).then(
      () => undefined,
      (error: HarnessError) => error,
    );
    expect(refusal).toMatchObject({ code: 'CONFIG_INVALID', message: expect.stringContaining(sentence) });
    expect(refusal?.remedy).toContain('Name the proxies');
  });
});

describe('The id of a request', () => {
  it('is in its answer, in a refusal at the door, in errors of the API, and in the login it brought', async () => {
    const { app, post } = await rehearse();
    const refused = await request(app).get('/').set('Origin', 'https://evil.example').expect(403);
    expect(refused.text).toContain(`Request ${refused.headers['x-request-id']}`);
    const missing = await request(app).get('/api/v1/logins/nobody').expect(404);
    expect(missing.body.error.requestId).toBe(missing.headers['x-request-id']);
    const { answer, login } = await post(aResponse({ unsolicited: true }).base64);
    expect(login.received.requestId).toBe(answer.headers['x-request-id']);
  });
});
