/** What `/api/v1` of the service provider does. */

import { messageToDiagnose } from '../diagnose-routes.js';
import { addressBody, importBody, profileBody } from '../profile-routes.js';
import {
  bodyOf,
  empty,
  failure,
  flag,
  inPath,
  inQuery,
  json,
  listOf,
  object,
  type Paths,
  raw,
  ref,
  texts,
} from './describe.js';

const LOGINS = ['logins'];
const SETTINGS = ['settings'];
const id = inPath('id', 'Id of the login, or `latest`.');
const noSuchLogin = failure('There is no such login.');
const notUnderstood = failure('The request cannot be understood; the message names every fault.');
const ofAccount = inQuery('accountCode', 'Which account, where several are rehearsed; default: the main one.');
const noSuchAccount = failure('There is no account with that code.');
const redact = inQuery('redact', '`none` leaves every value in; default: replaced by fingerprints.', {
  type: 'string',
  enum: ['none'],
});

export const serviceProviderPaths: Paths = {
  '/logins': {
    get: {
      operationId: 'listLogins',
      summary: 'A page of logins, newest first',
      tags: LOGINS,
      parameters: [
        inQuery('accepted', 'Only accepted, or only refused ones.', flag),
        inQuery('failed', 'Only logins in which this check failed.'),
        inQuery('nameId', 'Only logins of this NameID.'),
        inQuery('search', 'Free text: what an id, user, claim value or failed check begins with, or any word in it.'),
        inQuery('limit', 'At most this many.', { type: 'integer', minimum: 1, maximum: 500, default: 50 }),
        inQuery('after', 'The `next` of the page before.'),
      ],
      responses: { 200: json('The page.', ref('LoginPage')) },
    },
    delete: {
      operationId: 'forgetLogins',
      summary: 'Forget all logins',
      tags: LOGINS,
      responses: { 204: empty('They are gone.') },
    },
  },
  '/logins/next': {
    get: {
      operationId: 'waitForLogin',
      summary: 'Wait for the next login that is answered after the call',
      tags: LOGINS,
      parameters: [
        inQuery('after', 'Id of a login: one that began after it and is answered already will do. `0` is before all.'),
        inQuery('timeout', 'Seconds.', { type: 'number', minimum: 0, maximum: 300, default: 30 }),
      ],
      responses: { 200: json('The login.', ref('AnsweredLogin')), 204: empty('None came in time.') },
    },
  },
  '/logins/{id}': {
    get: {
      operationId: 'getLogin',
      summary: 'One login',
      description: 'The answer is a login record: `saml-rehearsal replay` and `replayLogin()` judge it again.',
      tags: LOGINS,
      parameters: [id],
      responses: { 200: json('The login.', ref('Login')), 404: noSuchLogin },
    },
    delete: {
      operationId: 'forgetLogin',
      summary: 'Forget one login',
      tags: LOGINS,
      parameters: [inPath('id', 'Id of the login.')],
      responses: { 204: empty('It is gone.'), 404: noSuchLogin },
    },
  },
  '/logins/{id}/xml': {
    get: {
      operationId: 'getResponseXml',
      summary: 'The response as it was received, decoded',
      tags: LOGINS,
      parameters: [id],
      responses: { 200: raw('The bytes, to be saved.', 'application/octet-stream'), 404: noSuchLogin },
    },
  },
  '/logins/{id}/report.html': {
    get: {
      operationId: 'getHtmlReport',
      summary: 'The login as one page to hand on',
      tags: LOGINS,
      parameters: [id, redact],
      responses: { 200: raw('The page, to be saved.', 'text/html'), 404: noSuchLogin },
    },
  },
  '/logins/{id}/report.json': {
    get: {
      operationId: 'getJsonReport',
      summary: 'The login as a report to hand on',
      tags: LOGINS,
      parameters: [id, redact],
      responses: {
        200: json('The report: the diagnosis, and what was read beside it.', { type: 'object' }),
        404: noSuchLogin,
      },
    },
  },
  '/events': {
    get: {
      operationId: 'watchLogins',
      summary: 'Server-sent events: `login` with id, verdict and root cause; `pending` when a request has left',
      tags: LOGINS,
      responses: { 200: raw('A stream that does not end.', 'text/event-stream') },
    },
  },
  '/diagnose': {
    post: {
      operationId: 'diagnose',
      summary: 'Run every check on one message; nothing is recorded',
      description:
        'The message is base64 as it was posted, or XML. What is not known may be left out: the checks that need it do not apply and say what to give; without a signing key or metadata the signature checks are blocked, never passed. A bad message is an answer of 200 with a refusal; 400 is for a body, a certificate or metadata that cannot be used. Times are ISO 8601 in UTC, `clockSkewMs` is in milliseconds (default 180,000), `at` defaults to now.',
      tags: ['diagnosis'],
      requestBody: bodyOf(messageToDiagnose),
      responses: { 200: json('The diagnosis.', ref('MessageDiagnosis')), 400: notUnderstood, 415: failure('No JSON.') },
    },
  },
  '/rehearsal': {
    get: {
      operationId: 'getRehearsal',
      summary: 'Where things are, and the values to enter in Entra',
      tags: SETTINGS,
      responses: { 200: json('The places.', ref('Rehearsal')) },
    },
  },
  '/rehearsal/steps': {
    get: {
      operationId: 'getTutorialSteps',
      summary: 'The steps of the tutorial, and which of them were seen to happen',
      tags: SETTINGS,
      parameters: [ofAccount],
      responses: {
        200: json('The steps, in the order of the tutorial.', object({ steps: listOf(ref('TutorialStep')) })),
        404: noSuchAccount,
      },
    },
  },
  '/authentication-profile': {
    get: {
      operationId: 'getAuthenticationProfile',
      summary: 'The Authentication Profile',
      tags: SETTINGS,
      parameters: [ofAccount],
      responses: { 200: json('The profile.', ref('AuthenticationProfile')), 404: noSuchAccount },
    },
    put: {
      operationId: 'putAuthenticationProfile',
      summary: 'Change the Authentication Profile; what is not given stays',
      tags: SETTINGS,
      parameters: [ofAccount],
      requestBody: bodyOf(profileBody),
      responses: {
        200: json('The profile as it is now.', ref('AuthenticationProfile')),
        400: notUnderstood,
        404: noSuchAccount,
      },
    },
  },
  '/authentication-profile/import': {
    post: {
      operationId: 'importMetadata',
      summary: 'Fill the Authentication Profile from metadata',
      tags: SETTINGS,
      parameters: [ofAccount],
      requestBody: bodyOf(importBody),
      responses: {
        200: json('The profile as it is now.', ref('AuthenticationProfile')),
        400: notUnderstood,
        404: noSuchAccount,
        502: failure('The metadata cannot be fetched.'),
      },
    },
  },
  '/directory/addresses': {
    get: {
      operationId: 'listAddresses',
      summary: 'The internal directory',
      tags: SETTINGS,
      responses: {
        200: json('Domains and addresses.', object({ domains: texts, addresses: listOf(ref('Address')) })),
      },
    },
    post: {
      operationId: 'addAddress',
      summary: 'Add an address; its domain is registered too',
      tags: SETTINGS,
      requestBody: bodyOf(addressBody),
      responses: { 201: json('The address.', ref('Address')), 400: notUnderstood },
    },
  },
  '/directory/addresses/{email}': {
    delete: {
      operationId: 'removeAddress',
      summary: 'Remove an address',
      tags: SETTINGS,
      parameters: [inPath('email', 'The primary address.')],
      responses: { 204: empty('It is gone.'), 404: failure('There is no such address.') },
    },
  },
};
