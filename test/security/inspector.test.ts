/** The inspector and its API, which show what attackers wrote. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createHarness } from '../../src/index.js';
import type { AnsweredLogin } from '../../src/logins/login.js';
import { aResponse } from '../a-response.js';
import { aRehearsal, form } from './a-rehearsal.js';

let rehearsal: Awaited<ReturnType<typeof aRehearsal>>;
let login: AnsweredLogin;
let origin: URL;
beforeAll(async () => {
  rehearsal = await aRehearsal();
  ({ login } = await rehearsal.post(aResponse({ unsolicited: true }).base64));
  origin = new URL(rehearsal.harness.url);
});
afterAll(() => rehearsal.harness.stop());

/** Written by hand: clients would not send what has to be refused here. */
function ask(path: string, lines: readonly string[], method = 'GET', body = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const head = [`${method} ${path} HTTP/1.1`, ...lines, `Content-Length: ${body.length}`, 'Connection: close'];
    const socket = connect(Number(origin.port), '127.0.0.1', () => socket.write(`${head.join('\r\n')}\r\n\r\n${body}`));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}
const statusOf = (answer: string) => Number(answer.split(' ')[1]);
const own = () => `Host: ${origin.host}`;
const PAGES = () => [
  '/',
  `/logins/${login.id}`,
  '/decode',
  '/setup',
  '/checks',
  `/api/v1/logins/${login.id}`,
  '/api/v1/events',
];

describe('Somebody else’s name or site', () => {
  for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1:1', '127.0.0.1.nip.io']) {
    it(`U01: Host: ${host} is not answered`, async () => {
      for (const path of ['/', '/api/v1/logins', '/login/saml']) {
        const answer = await ask(path, [`Host: ${host}`]);
        expect(answer).toContain('421 Misdirected Request');
        expect(answer).toContain('This server does not answer under that host name.');
      }
    });
  }

  it('U01: two Host headers are not answered', async () => {
    expect(statusOf(await ask('/', [own(), 'Host: evil.example']))).toBe(421);
  });

  for (const foreign of ['https://evil.example', 'null', 'http://localhost:1', 'http://127.0.0.1']) {
    it(`U02: a page of ${foreign} reads nothing, writes nothing and hears no events`, async () => {
      for (const path of PAGES()) {
        const answer = await ask(path, [own(), `Origin: ${foreign}`]);
        expect([path, statusOf(answer)]).toEqual([path, 403]);
        expect(answer).not.toMatch(/Access-Control-Allow/i);
      }
      for (const [method, path] of [
        ['DELETE', '/api/v1/logins'],
        ['PUT', '/api/v1/authentication-profile'],
        ['POST', '/decode'],
      ] as const) {
        expect(statusOf(await ask(path, [own(), `Origin: ${foreign}`], method))).toBe(403);
      }
    });
  }

  it('U02: an upgrade to a WebSocket is not answered with one: live updates are server-sent events', async () => {
    const upgrade = ['Upgrade: websocket', 'Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==', 'Sec-WebSocket-Version: 13'];
    const lines = [own(), 'Origin: https://evil.example', ...upgrade];
    const answer = await ask('/api/v1/events', lines);
    expect(statusOf(answer)).toBe(403);
    expect(answer).not.toMatch(/101 Switching/);
  });

  it('U03: a form of another site clears, replays and changes nothing, with or without Origin', async () => {
    const before = await rehearsal.harness.serviceProvider.profile.get();
    const attempts: readonly [method: string, path: string][] = [
      ['POST', '/api/v1/logins'],
      ['POST', '/api/v1/diagnose'],
      ['POST', '/api/v1/authentication-profile/import'],
      ['POST', '/api/v1/directory/addresses'],
      ['POST', '/setup/authentication-profile'],
      ['POST', '/decode'],
      ['DELETE', '/api/v1/logins'],
    ];
    const navigations = [
      ['Origin: https://evil.example'],
      ['Origin: null'],
      ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate'],
    ];
    for (const [method, path] of attempts) {
      for (const headers of navigations) {
        const lines = [own(), ...headers, 'Content-Type: application/x-www-form-urlencoded'];
        expect([path, headers, statusOf(await ask(path, lines, method, 'a=1'))]).toEqual([path, headers, 403]);
      }
    }
    expect(await rehearsal.harness.serviceProvider.profile.get()).toBe(before);
    expect(await rehearsal.records()).toHaveLength(1);
  });

  it('U03: a form without Origin from a program that sends none is not JSON, and changes nothing', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      const answer = await ask(
        '/api/v1/authentication-profile',
        [own(), `Content-Type: ${type}`],
        'PUT',
        '{"allowSingleSignOn":false}',
      );
      expect(statusOf(answer)).toBe(415);
      expect(answer).toContain('The body is not JSON.');
    }
    expect((await rehearsal.harness.serviceProvider.profile.get()).allowSingleSignOn).toBe(true);
  });

  it('U03: no GET changes anything', async () => {
    for (const path of [
      ...PAGES().slice(0, -1),
      '/api/v1/logins/next?timeout=0',
      `/api/v1/logins/${login.id}/xml`,
      '/login/saml',
      '/portal',
    ]) {
      await ask(path, [own()]);
    }
    expect(await rehearsal.records()).toHaveLength(1);
  });

  it('U04: no page, script, picture or frame of ours loads in another site', async () => {
    for (const destination of ['script', 'image', 'iframe', 'object', 'style']) {
      const mode = destination === 'iframe' || destination === 'object' ? 'navigate' : 'no-cors';
      for (const path of PAGES()) {
        const answer = await ask(path, [
          own(),
          'Sec-Fetch-Site: cross-site',
          `Sec-Fetch-Mode: ${mode}`,
          `Sec-Fetch-Dest: ${destination}`,
        ]);
        expect([destination, path, statusOf(answer)]).toEqual([destination, path, 403]);
      }
    }
    for (const path of PAGES().slice(0, -1)) {
      const answer = await ask(path, [own()]);
      expect(answer).toContain('Cross-Origin-Resource-Policy: same-origin');
      expect(answer).toContain('X-Frame-Options: DENY');
      expect(answer).toMatch(/Content-Security-Policy: default-src 'none';.*frame-ancestors 'none'/);
    }
  });
});

const MARKUP = `"><script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">]]>`;
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const withoutTags = (html: string) => html.replace(/<[^>]*>/g, '');
/** As text it stands there, escaped once or, in the view of the XML, as it was escaped in the message. */
const SHOWN = /&(amp;)?lt;script(>|&gt;|&amp;gt;)alert\(1\)/;

describe('Markup in a message', () => {
  const places: Record<string, (xml: string) => string> = {
    NameID: (xml) => xml.replace(/(<NameID[^>]*>)[^<]*/, `$1${escaped(MARKUP)}`),
    'NameID Format': (xml) => xml.replace(/(<NameID Format=")[^"]*/, `$1${escaped(MARKUP)}`),
    'an attribute’s name': (xml) => xml.replace(/(<Attribute Name=")[^"]*/, `$1${escaped(MARKUP)}`),
    'an attribute’s value': (xml) => xml.replace(/(<AttributeValue>)[^<]*/, `$1${escaped(MARKUP)}`),
    Issuer: (xml) => xml.replaceAll(/(<Issuer[^>]*>)[^<]*/g, `$1${escaped(MARKUP)}`),
    StatusMessage: (xml) =>
      xml.replace('</samlp:Status>', `<samlp:StatusMessage>${escaped(MARKUP)}</samlp:StatusMessage></samlp:Status>`),
    'the status code': (xml) => xml.replace(/(<samlp:StatusCode Value=")[^"]*/, `$1${escaped(MARKUP)}`),
    ID: (xml) => xml.replace(/(<samlp:Response[^>]* ID=")[^"]*/, `$1${escaped(MARKUP)}`),
    InResponseTo: (xml) => xml.replace(/(<samlp:Response )/, `$1InResponseTo="${escaped(MARKUP)}" `),
    Destination: (xml) => xml.replace(/(Destination=")[^"]*/, `$1${escaped(MARKUP)}`),
    'the authentication context': (xml) => xml.replace(/(<AuthnContextClassRef>)[^<]*/, `$1${escaped(MARKUP)}`),
    Audience: (xml) => xml.replace(/(<Audience>)[^<]*/, `$1${escaped(MARKUP)}`),
    'the certificate': (xml) => xml.replace(/(<X509Certificate>)[^<]*/, `$1${escaped(MARKUP)}`),
    'the algorithm': (xml) => xml.replace(/(<SignatureMethod Algorithm=")[^"]*/, `$1${escaped(MARKUP)}`),
  };
  /** A browser would find none of ours as an element or an attribute that runs. */
  const isHarmless = (html: string) => {
    expect(html).not.toMatch(/<script>alert|<img src=x|href="javascript|onerror=alert\(1\)>(?!&)/);
  };

  for (const [what, spoil] of Object.entries(places)) {
    it(`U05: in ${what} is shown as text`, async () => {
      const { login: hostile } = await rehearsal.post(aResponse({ unsolicited: true, after: spoil }).base64);
      const page = await request(rehearsal.harness.app).get(`/logins/${hostile.id}`);
      expect(page.status).toBe(200);
      expect(withoutTags(page.text)).toMatch(SHOWN);
      isHarmless(page.text);
      const list = await request(rehearsal.harness.app).get('/');
      isHarmless(list.text);
      const decoded = await request(rehearsal.harness.app)
        .post('/decode')
        .type('form')
        .send({ message: hostile.received.samlResponse });
      expect(decoded.status).toBe(200);
      isHarmless(decoded.text);
    });
  }

  it('U05: in RelayState, field names, headers, cookies, search words and paths is shown as text', async () => {
    const { app } = rehearsal.harness;
    const body = form([
      ['SAMLResponse', 'x'],
      ['RelayState', MARKUP],
      [MARKUP, '1'],
    ]);
    await request(app)
      .post('/login/saml')
      .set('User-Agent', MARKUP)
      .set('Referer', MARKUP)
      .set('Cookie', `${MARKUP}=1`)
      .type('form')
      .send(body);
    const hostile = (await rehearsal.records())[0] as AnsweredLogin;
    const page = await request(app).get(`/logins/${hostile.id}`);
    expect(withoutTags(page.text)).toMatch(SHOWN);
    isHarmless(page.text);
    for (const path of [
      '/?search=',
      '/?failed=',
      '/?after=',
      '/logins/',
      '/checks/',
      '/compare/',
      '/sso/',
      '/login/saml?email=',
      '/login/saml?RelayState=',
      '/no/',
    ]) {
      isHarmless((await request(app).get(`${path}${encodeURIComponent(MARKUP)}`)).text);
    }
  });
});

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
        const answer = await ask(path, [own()]);
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
    const answer = await ask(`/api/v1/logins/${login.id}/xml`, [own()]);
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
