/** Who is let in at the door: by token, how often, and with which methods. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Express } from 'express';
import request from 'supertest';
import { requestRate } from '../../src/http/door/rate-limit.js';
import { createHarness, type Harness } from '../../src/index.js';
import { aResponse, GOOD_AT } from '../a-response.js';
import { rehearse } from './rehearse.js';

const TOKEN = 'a token of its own, with = and %';
const MINUTE = 60_000;

const withToken = (app: Express, token: string, path = '/api/v1/logins') =>
  request(app).get(path).set('Authorization', `Bearer ${token}`);

describe('A harness with a token', () => {
  it('says to whoever has none where it goes and who knows it', async () => {
    const { app } = await rehearse({ token: TOKEN });
    const answer = await request(app).get('/api/v1/logins').expect(401).expect('WWW-Authenticate', 'Bearer');
    expect(answer.text).toContain('A token is required: open this address with ?token=…');
    expect(answer.text).toContain('its administrator knows it');
    expect((await withToken(app, 'wrong').expect(401)).text).toContain('That is not the token');
  });

  it('takes it as a cookie that no script reads and no other site sends', async () => {
    const { app } = await rehearse({ token: TOKEN });
    const entered = await request(app)
      .get(`/setup?a=1&token=${encodeURIComponent(TOKEN)}`)
      .expect(302);
    expect(entered.headers['location']).toBe('/setup?a=1');
    const [cookie = ''] = entered.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^rehearsal-token=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/);
    await request(app)
      .get('/setup')
      .set('Cookie', `a=b; ${cookie.split(';')[0]}`)
      .expect(200);
  });

  it('sets it for TLS only, and for this host only, where browsers come over TLS', async () => {
    const { app } = await rehearse({ token: TOKEN, publicUrl: 'https://sso-test.contoso.com' });
    const asked = request(app)
      .get(`/?token=${encodeURIComponent(TOKEN)}`)
      .set('Host', 'sso-test.contoso.com');
    const [cookie = ''] = (await asked.expect(302)).headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^__Host-rehearsal-token=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    await request(app)
      .get('/')
      .set('Host', 'sso-test.contoso.com')
      .set('Cookie', cookie.split(';')[0] ?? '')
      .expect(200);
  });

  it('does not take it from the query of anything but a GET', async () => {
    const { app, post, records } = await rehearse({ token: TOKEN });
    await post(aResponse({ unsolicited: true }).base64);
    const refused = await request(app)
      .delete(`/api/v1/logins?token=${encodeURIComponent(TOKEN)}`)
      .expect(401);
    expect(refused.text).toContain('A token is required');
    expect(await records()).toHaveLength(1);
  });

  it('leaves the service provider’s own endpoints open, as a service provider’s are', async () => {
    const { app, post } = await rehearse({ token: TOKEN });
    for (const path of ['/login/saml', '/sso/C46A75', '/logout']) await request(app).get(path).expect(200);
    expect((await post(aResponse({ unsolicited: true }).base64)).answer.status).toBe(302);
  });

  it('looks at no token any more after ten wrong ones in a minute, and at the right one again a minute later', async () => {
    const { app, moveClock } = await rehearse({ token: TOKEN });
    for (let guess = 0; guess < 10; guess++) await withToken(app, `guess ${guess}`).expect(401);
    for (const token of ['guess 10', TOKEN]) {
      const refused = await withToken(app, token).expect(429);
      expect(refused.text).toContain('More than 10 wrong tokens came from your address in a minute');
      expect(Number(refused.headers['retry-after'])).toBe(60);
    }
    await request(app).get('/login/saml').expect(200);
    moveClock(MINUTE);
    await withToken(app, TOKEN).expect(200);
  });

  it('counts no request without a token, and none with the right one, as a guess', async () => {
    const { app } = await rehearse({ token: TOKEN });
    for (let visit = 0; visit < 11; visit++) await request(app).get('/').expect(401);
    for (let visit = 0; visit < 11; visit++) await withToken(app, TOKEN).expect(200);
  });
});

describe('The stand-in of a harness with a token', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await createHarness({ token: TOKEN });
  });
  afterAll(() => harness.stop());
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${harness.entra.url}${path}`, { headers, redirect: 'manual' });

  it('asks for it in its portal and its API, and answers the protocol without', async () => {
    for (const path of ['/', '/single-sign-on', '/users', '/api/v1/users', '/api/v1/faults']) {
      expect([path, (await ask(path)).status]).toEqual([path, 401]);
    }
    expect((await ask('/api/v1/users', { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
    const metadata = `/${harness.entra.tenant.id}/federationmetadata/2007-06/federationmetadata.xml`;
    expect((await ask(metadata)).status).toBe(200);
  });

  it('gives its requests ids too, and shows nobody the inside of an error', async () => {
    const answer = await ask('/common/saml2/%E0%A4%A');
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f]{16}$/);
    expect([answer.status, (await answer.text()).includes('node_modules')]).toEqual([400, false]);
  });
});

describe('How often one address may ask', () => {
  it('is as often as --max-requests-per-minute says, and the refusal says how long to wait', async () => {
    const { app, moveClock } = await rehearse({ maxRequestsPerMinute: 3 });
    for (let asked = 0; asked < 3; asked++) await request(app).get('/login/saml').expect(200);
    moveClock(20_000);
    const refused = await request(app).get('/').expect(429).expect('Retry-After', '40');
    expect(refused.text).toContain('More than 3 requests came from your address in a minute.');
    expect(refused.text).toContain('--max-requests-per-minute');
    await request(app).get('/livez').expect(200);
    moveClock(40_000);
    await request(app).get('/').expect(200);
  });

  it('is counted for each address by itself, where a trusted proxy says whose request it is', async () => {
    const { app } = await rehearse({ maxRequestsPerMinute: 2, trustProxy: 'loopback' });
    const from = (address: string) => request(app).get('/login/saml').set('X-Forwarded-For', address);
    for (const address of ['192.0.2.1', '192.0.2.2']) {
      await from(address).expect(200);
      await from(address).expect(200);
      await from(address).expect(429);
    }
  });

  it('is not multiplied by addresses somebody writes into a header', async () => {
    const { app } = await rehearse({ maxRequestsPerMinute: 2 });
    const from = (address: string) => request(app).get('/login/saml').set('X-Forwarded-For', address);
    await from('192.0.2.1').expect(200);
    await from('192.0.2.2').expect(200);
    await from('192.0.2.3').expect(429);
  });

  it('is 6,000 times by default, and this machine is not counted', async () => {
    const answers = { passed: 0, refused: 0 };
    const door = requestRate({ now: () => GOOD_AT }, undefined, () => false);
    const response = {
      setHeader: () => response,
      set: () => response,
      getHeader: () => undefined,
      status: () => response,
      type: () => response,
      send: () => void answers.refused++,
    };
    const knock = (ip: string) => door({ ip, path: '/' } as never, response as never, () => void answers.passed++);
    for (let asked = 0; asked < 6_001; asked++) await knock('192.0.2.1');
    expect(answers).toEqual({ passed: 6_000, refused: 1 });
    for (let asked = 0; asked < 6_001; asked++) await knock('::ffff:127.0.0.1');
    expect(answers).toEqual({ passed: 12_001, refused: 1 });
  });
});

describe('A method that is not answered', () => {
  const rows: readonly [method: 'put' | 'delete' | 'patch' | 'post', path: string, allow: string][] = [
    ['put', '/login/saml', 'GET, HEAD, POST, OPTIONS'],
    ['delete', '/login/saml', 'GET, HEAD, POST, OPTIONS'],
    ['patch', '/login/sso/mpp', 'GET, HEAD, POST, OPTIONS'],
    ['post', '/sso/C46A75', 'GET, HEAD, OPTIONS'],
    ['post', '/portal', 'GET, HEAD, OPTIONS'],
  ];
  it.each(rows)('%s %s is explained, with what is', async (method, path, allow) => {
    const { app, records } = await rehearse();
    const answer = await request(app)[method](path).expect(405).expect('Allow', allow);
    expect(answer.text).toContain(`${method.toUpperCase()} is not answered at this address`);
    expect(answer.text.includes('delivers its response by POST')).toBe(allow.includes('POST'));
    expect(await records()).toEqual([]);
  });

  it('OPTIONS says what is, and allows no other site anything', async () => {
    const { app } = await rehearse();
    const answer = await request(app).options('/login/saml').set('Origin', 'https://evil.example');
    expect([answer.status, answer.headers['allow']]).toEqual([204, 'GET, HEAD, POST, OPTIONS']);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});
