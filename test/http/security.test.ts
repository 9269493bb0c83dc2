/** What every answer carries, and who is answered at all. */

import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { allowFormAction, hostGuard, sameOriginOnly, securityHeaders } from '../../src/http/door/security.js';

const app = express();
app.use(securityHeaders);
app.use(hostGuard(() => ['https://sp.contoso.com']));
app.use(sameOriginOnly((request) => request.path === '/login/saml'));
app.get('/to', (request, response) => {
  allowFormAction(response, String(request.query['url']));
  response.send('page');
});
app.all('/{*any}', (_request, response) => void response.send('answered'));

let server: ReturnType<typeof app.listen>;
let port: number;
beforeAll(async () => {
  server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Written by hand: clients would not send what has to be refused here. */
function ask(lines: readonly string[], request = 'GET /logins HTTP/1.1'): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`${[request, ...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`),
    );
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}
const statusOf = async (lines: readonly string[], request?: string) =>
  Number((await ask(lines, request)).split(' ')[1]);
const own = () => `Host: localhost:${port}`;

describe('The host name a request asks for', () => {
  it.each(['localhost', 'LOCALHOST', '127.0.0.1', '[::1]', 'localhost.'])('may be %s, with our port', async (name) => {
    expect(await statusOf([`Host: ${name}:${port}`])).toBe(200);
  });

  it('may be one that was configured', async () => {
    expect(await statusOf(['Host: sp.contoso.com'])).toBe(200);
  });

  it.each(['evil.example', 'localhost.evil.example', 'localhost:1', 'localhost', '127.0.0.1.evil.example:PORT', ''])(
    'may not be "%s"',
    async (host) => {
      const answer = await ask([`Host: ${host.replace('PORT', String(port))}`]);
      expect(answer).toContain('421 Misdirected Request');
      expect(answer).toContain('start it with --public-url');
    },
  );

  it('is given once', async () => {
    expect(await statusOf([own(), 'Host: evil.example'])).toBe(421);
    expect(await statusOf([own(), own()])).toBe(421);
  });

  it('is not another one in the request line', async () => {
    expect(await statusOf([own()], 'GET http://evil.example/logins HTTP/1.1')).toBe(421);
    expect(await statusOf(['Host: evil.example'], `GET http://localhost:${port}/logins HTTP/1.1`)).toBe(421);
  });
});

describe('Another web site', () => {
  it.each(['https://evil.example', 'null', 'http://localhost:1', 'http://127.0.0.1:1'])(
    'at %s neither reads nor writes here',
    async (origin) => {
      expect(await statusOf([own(), `Origin: ${origin}`])).toBe(403);
      expect(await statusOf([own(), `Origin: ${origin}`, 'Content-Length: 0'], 'DELETE /logins HTTP/1.1')).toBe(403);
    },
  );

  it('does not get round it by leaving the Origin out', async () => {
    expect(await statusOf([own(), 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors'])).toBe(403);
    expect(await statusOf([own(), 'Sec-Fetch-Site: same-site', 'Sec-Fetch-Mode: cors'])).toBe(403);
    const post = [own(), 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Content-Length: 0'];
    expect(await statusOf(post, 'POST /logins HTTP/1.1')).toBe(403);
  });

  it('may link to us', async () => {
    expect(await statusOf([own(), 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate'])).toBe(200);
  });

  it('may post a response to the AssertionConsumerService: that is what it is for', async () => {
    const post = [
      own(),
      'Origin: https://login.microsoftonline.com',
      'Sec-Fetch-Site: cross-site',
      'Content-Length: 0',
    ];
    expect(await statusOf(post, 'POST /login/saml HTTP/1.1')).toBe(200);
    expect(await statusOf([own(), 'Origin: null', 'Content-Length: 0'], 'POST /login/saml HTTP/1.1')).toBe(200);
  });

  it('is not one when it is ours', async () => {
    expect(await statusOf([own(), `Origin: http://localhost:${port}`, 'Sec-Fetch-Site: same-origin'])).toBe(200);
  });
});

describe('Every answer', () => {
  it('forbids scripts, frames, sniffing and leaking, and allows no other origin', async () => {
    const answer = await ask([own()]);
    expect(answer).toContain("default-src 'none'; script-src 'self'");
    expect(answer).toContain("frame-ancestors 'none'");
    expect(answer).toContain('X-Content-Type-Options: nosniff');
    expect(answer).toContain('Referrer-Policy: no-referrer');
    expect(answer).toContain('Cross-Origin-Resource-Policy: same-origin');
    expect(answer).toContain('Cache-Control: no-store');
    expect(answer).not.toMatch(/Access-Control-Allow|X-Powered-By|unsafe-inline/i);
  });

  it('carries them also when it is a refusal', async () => {
    expect(await ask(['Host: evil.example'])).toContain("default-src 'none'");
  });

  it('lets the one page with the request post to the IdP, and to nobody the URL smuggles in', async () => {
    const to = async (url: string) =>
      /form-action ([^;\r]*)/.exec(await ask([own()], `GET /to?url=${encodeURIComponent(url)} HTTP/1.1`))?.[1];
    expect(await to('https://login.microsoftonline.com/t/saml2?x=1')).toBe("'self' https://login.microsoftonline.com");
    expect(await to('javascript:alert(1)')).toBe("'self'");
    expect(await to('https://a.example; script-src *')).toBe("'self'");
    expect(await to('no url')).toBe("'self'");
  });
});
