/** Another site in the same browser: it reads nothing, changes nothing and shows nothing of ours. */
import { describe, expect, it } from '@jest/globals';
import { ask, statusOf } from './by-hand.js';
import { login, origin, own, rehearsal } from './one-login.js';

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
        const answer = await ask(origin, path, [`Host: ${host}`]);
        expect(answer).toContain('421 Misdirected Request');
        expect(answer).toContain('This server does not answer under that host name.');
      }
    });
  }

  it('U01: two Host headers are not answered', async () => {
    expect(statusOf(await ask(origin, '/', [own(), 'Host: evil.example']))).toBe(421);
  });

  for (const foreign of ['https://evil.example', 'null', 'http://localhost:1', 'http://127.0.0.1']) {
    it(`U02: a page of ${foreign} reads nothing, writes nothing and hears no events`, async () => {
      for (const path of PAGES()) {
        const answer = await ask(origin, path, [own(), `Origin: ${foreign}`]);
        expect([path, statusOf(answer)]).toEqual([path, 403]);
        expect(answer).not.toMatch(/Access-Control-Allow/i);
      }
      for (const [method, path] of [
        ['DELETE', '/api/v1/logins'],
        ['PUT', '/api/v1/authentication-profile'],
        ['POST', '/decode'],
      ] as const) {
        expect(statusOf(await ask(origin, path, [own(), `Origin: ${foreign}`], method))).toBe(403);
      }
    });
  }

  it('U02: an upgrade to a WebSocket is not answered with one: live updates are server-sent events', async () => {
    const upgrade = ['Upgrade: websocket', 'Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==', 'Sec-WebSocket-Version: 13'];
    const lines = [own(), 'Origin: https://evil.example', ...upgrade];
    const answer = await ask(origin, '/api/v1/events', lines);
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
        expect([path, headers, statusOf(await ask(origin, path, lines, method, 'a=1'))]).toEqual([path, headers, 403]);
      }
    }
    expect(await rehearsal.harness.serviceProvider.profile.get()).toBe(before);
    expect(await rehearsal.records()).toHaveLength(1);
  });

  it('U03: a form without Origin from a program that sends none is not JSON, and changes nothing', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      const answer = await ask(
        origin,
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
      const status = statusOf(await ask(origin, path, [own()]));
      expect([path, status < 400]).toEqual([path, true]);
    }
    expect(await rehearsal.records()).toHaveLength(1);
  });

  it('U04: no page, script, picture or frame of ours loads in another site', async () => {
    for (const destination of ['script', 'image', 'iframe', 'object', 'style']) {
      const mode = destination === 'iframe' || destination === 'object' ? 'navigate' : 'no-cors';
      for (const path of PAGES()) {
        const answer = await ask(origin, path, [
          own(),
          'Sec-Fetch-Site: cross-site',
          `Sec-Fetch-Mode: ${mode}`,
          `Sec-Fetch-Dest: ${destination}`,
        ]);
        expect([destination, path, statusOf(answer)]).toEqual([destination, path, 403]);
      }
    }
    for (const path of PAGES().slice(0, -1)) {
      const answer = await ask(origin, path, [own()]);
      expect(answer).toContain('Cross-Origin-Resource-Policy: same-origin');
      expect(answer).toContain('X-Frame-Options: DENY');
      expect(answer).toMatch(/Content-Security-Policy: default-src 'none';.*frame-ancestors 'none'/);
    }
  });
});
