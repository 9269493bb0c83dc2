/** The inspector and its API as an attacker would ask them: by odd ids, without a token, with names of JavaScript, without end. */
import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createHarness } from '../../src/index.js';
import { aResponse } from '../a-response.js';
import { aRehearsal } from './a-rehearsal.js';
import { ask, statusOf } from './by-hand.js';
import { login, origin, own, rehearsal } from './one-login.js';

describe('The id of a login', () => {
  const ids = [
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e',
    '%00',
    `${'a'.repeat(10_000)}`,
    '__proto__',
    'constructor',
    '%0d%0aSet-Cookie:x',
    '%ff',
  ];
  for (const id of ids) {
    it(`U06: ${id.slice(0, 24)} finds nothing`, async () => {
      for (const path of [
        `/logins/${id}`,
        `/api/v1/logins/${id}`,
        `/api/v1/logins/${id}/xml`,
        `/compare/${id}/${id}`,
        `/assets/${id}`,
      ]) {
        const answer = await ask(origin, path, [own()]);
        expect([path.slice(0, 40), [400, 404, 431].includes(statusOf(answer)), statusOf(answer)]).toEqual([
          path.slice(0, 40),
          true,
          statusOf(answer),
        ]);
        expect(answer).not.toMatch(/^Set-Cookie/m);
      }
    });
  }

  it('U06: is the name of a download, never a name from the message', async () => {
    const answer = await ask(origin, `/api/v1/logins/${login.id}/xml`, [own()]);
    expect(answer).toContain(`Content-Disposition: attachment; filename="response-${login.id}.xml"`);
    expect(answer).toContain('Content-Type: application/octet-stream');
  });
});

describe('A harness that others could reach', () => {
  for (const host of ['0.0.0.0', '::', '', '0', '0x0', '00.0.0.0', '[::]', '::0', '127.1', '192.0.2.1', '*']) {
    it(`U07: does not start on "${host}" without a token`, async () => {
      await expect(createHarness({ host, entra: false })).rejects.toMatchObject({
        code: 'TOKEN_REQUIRED',
        message: expect.stringContaining(`Listening on ${host} needs a token`),
      });
    });
  }

  it('U07: asks for its token everywhere but at the endpoints of the protocol', async () => {
    const guarded = await aRehearsal({ token: 'a-long-random-token' });
    const { app } = guarded.harness;
    try {
      for (const path of [
        '/',
        '/setup',
        '/decode',
        '/api/v1/logins',
        '/api/v1/events',
        '/api/v1/authentication-profile',
      ]) {
        const answer = await request(app).get(path);
        expect([path, answer.status]).toEqual([path, 401]);
        expect(answer.text).toContain('A token is required');
      }
      expect((await request(app).get('/?token=a-long-random-tokem')).status).toBe(401);
      const entered = await request(app).get('/?token=a-long-random-token');
      expect([entered.status, entered.headers['location']]).toEqual([302, '/']);
      expect(String(entered.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
      const bearer = await request(app).get('/api/v1/logins').set('Authorization', 'Bearer a-long-random-token');
      expect(bearer.status).toBe(200);
      expect((await request(app).get('/login/saml')).status).toBe(200);
    } finally {
      await guarded.harness.stop();
    }
  });
});

describe('Names that mean something to JavaScript', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', 'length'];
  it('U08: are only names when attributes have them', async () => {
    const values = (name: string) => ({ name, values: [`value of ${name}`] });
    const { base64 } = aResponse({
      unsolicited: true,
      basics: { assertionId: '_proto', attributes: names.map(values) },
    });
    const { login: odd } = await rehearsal.post(base64);
    expect(odd.accepted).toBe(true);
    for (const name of names) expect(odd.claims[name]).toEqual([`value of ${name}`]);
    const json = JSON.parse((await request(rehearsal.harness.app).get(`/api/v1/logins/${odd.id}`)).text);
    expect(Object.keys(json.claims)).toEqual(names);
    const page = await request(rehearsal.harness.app).get(`/logins/${odd.id}`);
    for (const name of names) expect(page.text).toContain(`value of ${name}`);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('U08: pollute nothing when a JSON body has them', async () => {
    const { app } = rehearsal.harness;
    const hostile = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    for (const [method, path] of [
      ['put', '/api/v1/authentication-profile'],
      ['post', '/api/v1/diagnose'],
      ['post', '/api/v1/directory/addresses'],
    ] as const) {
      const answer = await request(app)[method](path).set('Content-Type', 'application/json').send(hostile);
      expect([path, answer.status]).toEqual([path, 400]);
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('Many messages', () => {
  it('U09: of 10,000 only the newest are kept, and the list stays a page', async () => {
    const many = await aRehearsal({ retain: 200 });
    try {
      const { logins } = many.harness;
      for (let index = 0; index < 10_000; index++) {
        await logins.save({ ...login, id: `00000${String(index).padStart(14, '0')}` });
        if (index % 100 === 0) await logins.trim({ count: 200 });
      }
      await many.post('x');
      expect(await many.records()).toHaveLength(200);
      const list = await request(many.harness.app).get('/');
      expect(list.status).toBe(200);
      expect(list.text.length).toBeLessThan(512 * 1024);
    } finally {
      await many.harness.stop();
    }
  });
});
