/** Every page of the inspector, everything unfolded, in both themes and at every width. */
import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { aResponse } from '../a-response.js';
import { aLogin, aLoginWithCookies, PENDING } from '../http/inspector/a-login.js';
import { type AnInspector, anInspector } from './an-inspector.js';
import { describeEveryPage } from './every-page.js';
import { describeInBrowser } from './in-browser.js';

let inspector: AnInspector;
let empty: AnInspector;

beforeAll(async () => {
  inspector = await anInspector(
    PENDING,
    await aLogin({ id: 'refused', basics: { audience: 'https://us-api.mimecast.com/sso/C46A75' }, key: 'rogue' }),
    await aLogin({ id: 'accepted' }),
    await aLogin({ id: 'none', field: () => undefined }),
    await aLoginWithCookies(),
  );
  empty = await anInspector();
});

afterAll(async () => {
  await inspector.close();
  await empty.close();
});

const PATHS = [
  '/',
  '/logins/refused',
  '/logins/accepted',
  '/logins/l-pending',
  '/logins/none',
  '/logins/refused/share',
  '/logins/l-cookies',
  '/?search=nothing-like-it',
  '/checks',
  '/checks/audience-matches',
  '/decode',
  '/setup',
  '/compare/accepted/refused',
];
const DECODED = `/decode#message=${encodeURIComponent(aResponse().base64)}`;

describeInBrowser('Every page of the inspector', (browser: Browser) => {
  describeEveryPage(browser, [
    ...PATHS.map((path) => ({ name: path, url: () => inspector.url + path })),
    { name: 'a login that is not there', url: () => `${inspector.url}/logins/nope`, status: 404 },
    { name: 'a message that was decoded', url: () => inspector.url + DECODED, ready: '#verdict' },
    { name: 'the list before the first login', url: () => empty.url },
  ]);
});
