/** Why a cookie of the service provider's did not come with the response. */
import { describe, expect, it } from '@jest/globals';
import type { ReceivedResponse, SetCookie } from '../../../src/logins/login.js';
import { GOOD_AT } from '../../a-response.js';
import { aLogin, PENDING } from './a-login.js';
import { get, inspectorDeps } from './a-page.js';

const COOKIE: SetCookie = { name: 'c', sameSite: 'None', secure: true, path: '/login', maxAge: 600 };
const CROSS_SITE = { origin: 'https://login.microsoftonline.com', 'sec-fetch-site': 'cross-site' };

async function said(cookie: Partial<SetCookie>, received: Partial<ReceivedResponse>): Promise<string> {
  const login = await aLogin();
  const request = { ...PENDING.request, sentAt: new Date(GOOD_AT.getTime() - 60_000).toISOString() };
  const { textOf } = await get(
    '/logins/l-1',
    inspectorDeps([
      {
        ...login,
        request: { ...(request as NonNullable<typeof PENDING.request>), cookies: [{ ...COOKIE, ...cookie }] },
        received: { ...login.received, headers: CROSS_SITE, ...received },
      },
    ]),
  );
  return textOf('raw');
}

const HTTPS = 'https://eu-api.mimecast.com/login/saml';

describe('A cookie set with the request', () => {
  it.each<[string, Partial<SetCookie>, Partial<ReceivedResponse>, string]>([
    [
      'came',
      {},
      { cookieNames: ['c'] },
      'Came c Set with the request: SameSite=None; Secure; Path=/login; Max-Age=600 SameSite=None: sent with a post',
    ],
    [
      'is Lax',
      { sameSite: 'Lax' },
      {},
      'SameSite=Lax: sent only with links from other sites, never with a post, and this post came from https://login.microsoftonline.com.',
    ],
    ['is Strict', { sameSite: 'Strict' }, {}, 'SameSite=Strict: sent never from other sites'],
    ['has expired', { maxAge: 30 }, {}, 'Expired: it lives for 30 s and was set 1 min before the response came.'],
    [
      'has another path',
      { path: '/portal' },
      { acsUrl: HTTPS },
      'Path: it goes only to addresses under /portal, and the response went to /login/saml.',
    ],
    [
      'has a path that only begins alike',
      { path: '/log' },
      { acsUrl: HTTPS },
      'Path: it goes only to addresses under /log,',
    ],
    [
      'was set on another host',
      { host: 'login.mimecast.com' },
      { acsUrl: HTTPS },
      'Host: it was set on login.mimecast.com, and the response went to eu-api.mimecast.com.',
    ],
    [
      'is Secure and the response came over http',
      {},
      { acsUrl: 'http://sp.test/login/saml' },
      'Secure: browsers neither keep nor send it over http.',
    ],
    [
      'has no reason of its own to be missing',
      {},
      { acsUrl: HTTPS },
      'Blocked, cleared, or never there: the browser refuses cookies,',
    ],
    [
      'is Lax, and the post came from the same site',
      { sameSite: 'Lax' },
      { acsUrl: HTTPS, headers: { 'sec-fetch-site': 'same-origin' } },
      'Blocked, cleared, or never there',
    ],
  ])('that %s', async (_, cookie, received, words) => {
    expect(await said(cookie, received)).toContain(words);
  });
});

describe('The other cookies', () => {
  it('the session’s is explained too, and one of somebody else’s is named', async () => {
    const text = await said(
      {},
      { cookieNames: ['theirs'], headers: { 'sec-fetch-site': 'same-origin' }, acsUrl: HTTPS },
    );
    expect(text).toContain(
      'Did not come __Host-rehearsal-session Set when a login is accepted: SameSite=Lax; Secure; Path=/',
    );
    expect(text).toContain('There was none: no login had been accepted in this browser, or the session had ended.');
    expect(text).toContain('Came theirs Not set by this service provider');
  });
});
