/**
 * A harness that is asked over HTTP as browsers and other programs ask it, with a clock that stands where a test puts it.
 *
 * The tests of this folder number what they try: S is an attack on the service provider, U on what people look at and enter, M by
 * metadata, R on the Redirect binding, L by a logout.
 */
import request from 'supertest';
import { createHarness, type HarnessOptions } from '../../src/harness.js';
import type { AnsweredLogin, PendingLogin } from '../../src/logins/login.js';
import { ACS, aResponse, ENTITY_ID, GOOD_AT, IDP_ENTITY_ID, type ResponseChange } from '../a-response.js';
import { testKey } from '../keys.js';

export type Fields = readonly (readonly [name: string, value: string])[];

/** Fields as a browser would send them. */
export const form = (fields: Fields): string =>
  fields.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');

export async function aRehearsal(options: HarnessOptions = {}) {
  let now = GOOD_AT;
  const harness = await createHarness({
    entra: false,
    entityId: ENTITY_ID,
    acsUrl: ACS,
    clockSkewMs: 0,
    profile: {
      issuer: IDP_ENTITY_ID,
      loginUrl: 'https://login.microsoftonline.com/t/saml2',
      identityProviderCertificates: [testKey('idp').certificatePem],
      ...options.profile,
    },
    clock: { now: () => now },
    ...(({ profile: _, ...others }) => others)(options),
  });
  const { app, logins } = harness;
  const records = async () => (await logins.list({ limit: 500 })).logins;

  /** Sends a body to the AssertionConsumerService and says what the sender sees and what is recorded of it. */
  async function send(
    body: string | Buffer,
    { type = 'application/x-www-form-urlencoded', path = '/login/saml' } = {},
  ) {
    const before = new Set((await records()).filter(({ state }) => state === 'answered').map(({ id }) => id));
    const answer = await request(app).post(path).set('Content-Type', type).send(body);
    const [login] = (await records()).filter(({ id, state }) => state === 'answered' && !before.has(id));
    if (login?.state !== 'answered') throw new Error(`nothing was recorded: ${answer.status} ${answer.text}`);
    return { answer, login, errors: errorsOf(login), sentences: sentencesOf(login) };
  }

  return {
    harness,
    records,
    send,
    post: (samlResponse: string, ...others: Fields) => send(form([['SAMLResponse', samlResponse], ...others])),
    moveClock: (ms: number) => {
      now = new Date(now.getTime() + ms);
      return now;
    },
    /** Begins a login in a browser; `respond` makes the response to its request. */
    async begin(relayState?: string) {
      const query = { email: 'B.Simon@contoso.com', ...(relayState === undefined ? {} : { RelayState: relayState }) };
      const page = await request(app).get('/login/saml').query(query);
      const begun = (await records())[0] as PendingLogin;
      const requestId = begun.request?.id ?? '';
      const respond = (change: ResponseChange = {}) =>
        aResponse({ ...change, basics: { inResponseTo: requestId, ...change.basics } }).base64;
      return { page, begun, requestId, respond };
    },
  };
}

const failedIn = ({ diagnosis }: AnsweredLogin) =>
  diagnosis.findings.filter(({ status }) => status === 'fail' || status === 'crashed');

/** Ids of the checks that failed as errors. */
export const errorsOf = (login: AnsweredLogin): string[] =>
  failedIn(login).flatMap(({ id, severity }) => (severity === 'error' ? [id] : []));

/** Sentence of every failed check, by its id. */
export const sentencesOf = (login: AnsweredLogin): Record<string, string> =>
  Object.fromEntries(failedIn(login).map(({ id, summary }) => [id, summary]));
