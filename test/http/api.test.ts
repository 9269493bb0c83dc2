/** The API as scripts use it: logins, messages, health, tokens. */
import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { aResponse, ENTITY_ID, GOOD_AT, NAME_ID } from '../a-response.js';
import { testKey } from '../keys.js';
import { API, anApi } from './an-api.js';

const good = () => aResponse({ unsolicited: true }).base64;
const forOther = () => aResponse({ unsolicited: true, basics: { audience: 'https://other.test' } }).base64;

describe('Logins over the API', () => {
  it('are listed newest first, filtered, paged', async () => {
    const { send, get } = anApi();
    for (const base64 of [good(), forOther(), 'no base64']) await send(base64);
    const ids = async (query: string) => {
      const { body } = await get(`/logins?${query}`);
      return { accepted: body.logins.map(({ accepted }: { accepted: boolean }) => accepted), next: body.next };
    };
    expect((await ids('')).accepted).toEqual([false, false, true]);
    expect((await ids('accepted=true')).accepted).toEqual([true]);
    expect((await ids('failed=audience-matches')).accepted).toEqual([false]);
    expect((await ids(`nameId=${NAME_ID}&accepted=false`)).accepted).toHaveLength(1);
    const page = await ids('limit=2');
    expect(page.accepted).toEqual([false, false]);
    expect((await ids(`limit=2&after=${page.next}`)).accepted).toEqual([true]);
  });

  it('have the shape that was promised, with claims always as arrays', async () => {
    const { send, get } = anApi();
    await send(good());
    const { body } = await get('/logins/latest');
    expect(body).toMatchObject({
      state: 'answered',
      flow: 'idp-initiated',
      accepted: true,
      accountCode: 'C46A75',
      region: 'eu',
      received: { at: GOOD_AT.toISOString(), binding: 'HTTP-POST', samlResponse: good() },
      response: { issuer: expect.any(String), status: { code: 'urn:oasis:names:tc:SAML:2.0:status:Success' } },
      assertion: { subject: { nameId: NAME_ID }, conditions: { audiences: [ENTITY_ID] } },
      verified: true,
      user: { email: NAME_ID, roles: [] },
      diagnosis: { accepted: true, rootCause: null },
    });
    const claims = Object.values(body.claims);
    expect([claims.length > 5, claims.every(Array.isArray)]).toEqual([true, true]);
    expect((await get(`/logins/${body.id}`)).body).toEqual(body);
  });

  it('give the XML as a download with a name of ours', async () => {
    const { send, get } = anApi();
    const made = aResponse({ unsolicited: true });
    await send(made.base64);
    const answer = await get('/logins/latest/xml').responseType('blob');
    expect(answer.body.toString()).toBe(made.xml);
    expect(answer.headers['content-type']).toBe('application/octet-stream');
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="response-[0-9a-z]+\.xml"$/);
  });

  it.each([
    ['UTF-16', (xml: string) => Buffer.from(`\uFEFF${xml}`, 'utf16le'), (bytes: Buffer) => bytes.toString('base64')],
    ['XML that never was in base64', (xml: string) => Buffer.from(xml), (bytes: Buffer) => bytes.toString()],
  ])('give every byte of a message as it came: %s', async (_what, written, posted) => {
    const { send, get } = anApi();
    const bytes = written(aResponse({ unsolicited: true }).xml);
    await send(posted(bytes));
    const answer = await get('/logins/latest/xml').responseType('blob');
    expect(Buffer.compare(answer.body, bytes)).toBe(0);
  });

  it.each(['nobody', '..%2f..%2fetc%2fpasswd', '%00', '__proto__', 'x'.repeat(5_000)])(
    'named %j are not there',
    async (id) => {
      const { get } = anApi();
      const { status, body } = await get(`/logins/${id}`);
      expect([status, body.error.code]).toEqual([404, 'LOGIN_UNKNOWN']);
    },
  );

  it('can be forgotten, one or all', async () => {
    const { app, send, get } = anApi();
    await send(good());
    await send(good());
    const { body } = await get('/logins/latest');
    expect((await request(app).delete(`${API}/logins/${body.id}`)).status).toBe(204);
    expect((await request(app).delete(`${API}/logins/${body.id}`)).status).toBe(404);
    expect((await request(app).delete(`${API}/logins`)).status).toBe(204);
    expect((await get('/logins')).body.logins).toEqual([]);
    expect((await get('/logins/latest')).status).toBe(404);
  });

  it('are not forgotten because another site says so', async () => {
    const { app, send, get } = anApi();
    await send(good());
    const answer = await request(app).delete(`${API}/logins`).set('Origin', 'https://evil.example');
    expect(answer.status).toBe(403);
    expect((await get('/logins')).body.logins).toHaveLength(1);
  });
});

describe('The next login', () => {
  it('is waited for, and nothing is what comes when none came', async () => {
    const { app, sp, get, send } = anApi();
    expect((await get('/logins/next?timeout=0')).status).toBe(204);
    const waiting = request(app)
      .get(`${API}/logins/next?timeout=20`)
      .then(({ body }) => body);
    await subscribed(sp.events);
    await send(good());
    expect((await waiting).accepted).toBe(true);
  });
});

describe('A message judged over the API', () => {
  const identityProvider = { signingCertificates: [testKey('idp').certificatePem] };

  it('is judged as the library does, and not recorded', async () => {
    const { app, get } = anApi();
    const body = { message: good(), at: 'issued', identityProvider, serviceProvider: { entityId: ENTITY_ID } };
    const answer = await request(app).post(`${API}/diagnose`).send(body);
    expect(answer.body).toMatchObject({ accepted: true, rootCause: null, secondOpinion: { accepted: true } });
    expect((await get('/logins')).body.logins).toEqual([]);
  });

  it('may be anything: it is no error of the API', async () => {
    const { app } = anApi();
    const answer = await request(app).post(`${API}/diagnose`).send({ message: 'x', identityProvider });
    expect(answer.status).toBe(200);
    expect(answer.body.accepted).toBe(false);
  });

  it('has to be asked for properly, and every fault is named', async () => {
    const { app } = anApi();
    const answer = await request(app).post(`${API}/diagnose`).send({ at: 'tomorrow', identityProvder: {} });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain('message:');
    expect(answer.body.error.message).toContain('at:');
    expect(answer.body.error.message).toContain('identityProvder');
  });

  it('names a private key that was given for a certificate', async () => {
    const { app } = anApi();
    const signingCertificates = [testKey('idp').privateKeyPem];
    const answer = await request(app)
      .post(`${API}/diagnose`)
      .send({ message: good(), identityProvider: { signingCertificates } });
    expect([answer.status, answer.body.error.code]).toEqual([400, 'PRIVATE_KEY_GIVEN']);
    expect(answer.text).not.toContain('BEGIN');
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded', 'message=x', 415],
    ['text', 'text/plain', '{"message":"x"}', 415],
    ['broken JSON', 'application/json', '{"message":', 400],
    ['too much', 'application/json', JSON.stringify({ message: 'x'.repeat(3_000_000) }), 413],
  ])('is not taken from %s', async (_what, type, body, status) => {
    const { app } = anApi();
    const answer = await request(app).post(`${API}/diagnose`).set('Content-Type', type).send(body);
    expect([answer.status, answer.body.error.code]).toEqual([status, 'REQUEST_INVALID']);
  });
});

describe('Health', () => {
  it('is told without a token, also when everything else asks for one', async () => {
    const { app } = anApi({ token: 'a-long-enough-token' });
    expect((await request(app).get('/livez')).text).toBe('alive\n');
    expect((await request(app).get('/readyz')).text).toBe('ready\n');
    expect((await request(app).get(`${API}/logins`)).status).toBe(401);
    expect((await request(app).get('/login/saml')).status).toBe(200);
  });
});

describe('A token', () => {
  const token = 'a-long-enough-token';

  it('opens the API as a header, and the pages by a cookie that the first link sets', async () => {
    const { app } = anApi({ token });
    const ask = (path: string) => request(app).get(path);
    expect((await ask(`${API}/logins`).set('Authorization', `Bearer ${token}`)).status).toBe(200);
    expect((await ask(`${API}/logins`).set('Authorization', 'Bearer another-long-token')).status).toBe(401);
    const first = await ask(`/?token=${token}&x=1`);
    expect([first.status, first.headers['location']]).toEqual([302, '/?x=1']);
    const cookie = String(first.headers['set-cookie']);
    expect(cookie).toContain('HttpOnly; SameSite=Strict');
    expect((await ask('/').set('Cookie', cookie.split(';')[0] ?? '')).status).toBe(200);
    expect((await ask('/?token=wrong')).status).toBe(401);
    expect((await ask('/').set('Cookie', 'rehearsal-token=%E0%A4%A')).status).toBe(401);
  });

  it('in a link to nowhere leads nowhere else', async () => {
    const { app } = anApi({ token });
    const ask = (path: string) =>
      request(app)
        .get(path)
        .then(({ headers }) => headers['location']);
    expect(await ask(`//evil.example/?token=${token}`)).toBe('/evil.example/');
    expect(await ask(`/logins?token=${token}`)).toBe('/logins');
    expect((await request(app).get('//')).status).toBe(401);
  });
});

describe('What is not there', () => {
  it('is said in the shape of the API', async () => {
    const { get } = anApi();
    const { status, body } = await get('/nothing');
    expect([status, body.error.code]).toEqual([404, 'NOT_FOUND']);
  });

  it('is said of an address that cannot be read', async () => {
    const { app } = anApi();
    for (const [path, says] of [
      ['/sso/%E0%A4%A', 'There is no page at this address.'],
      ['/logins/%E0%A4%A', 'There is no page at this address.'],
      ['/login/saml?email=%E0%A4%A&RelayState=%', 'That is not an email address.'],
    ] as const) {
      const { status, text } = await request(app).get(path);
      expect([path, status, text.includes(says)]).toEqual([path, 400, true]);
    }
  });

  it('is said on a page elsewhere', async () => {
    const { app } = anApi();
    const answer = await request(app).get('/nothing');
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('There is no page at this address.');
  });
});

/** Resolves once somebody listens: the event goes to nobody before. */
async function subscribed(events: { subscribe(listener: () => void): () => void }): Promise<void> {
  const original = events.subscribe.bind(events);
  await new Promise<void>((resolve) => {
    Object.assign(events, {
      subscribe(listener: () => void) {
        resolve();
        return original(listener);
      },
    });
  });
}
