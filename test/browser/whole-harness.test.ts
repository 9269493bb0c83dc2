/** The pages of both servers as they are put together, those of the inspector aside, in both themes and at every width. */
import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { createHarness, type Harness } from '../../src/harness.js';
import { describeEveryPage } from './every-page.js';
import { describeInBrowser } from './in-browser.js';

let harness: Harness;

beforeAll(async () => {
  harness = await createHarness();
  await harness.signIn();
});

afterAll(() => harness.stop());

const SERVICE_PROVIDER = ['/login/saml', '/logout', '/setup', '/setup/authentication-profile', '/setup/addresses'];
const ENTRA = [
  '/',
  '/application/basic',
  '/application/claims',
  '/application/certificates',
  '/application/properties',
  '/application/users-and-groups',
  '/users',
  '/launch',
];

describeInBrowser('Every page', (browser: Browser) => {
  describeEveryPage(browser, [
    ...SERVICE_PROVIDER.map((path) => ({ name: `of the service provider at ${path}`, url: () => harness.url + path })),
    ...ENTRA.map((path) => ({ name: `of the stand-in at ${path}`, url: () => harness.entra.url + path })),
  ]);
});
