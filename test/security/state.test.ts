/** What is remembered between two messages: replay, requests, other browsers, clocks, RelayState. */
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { HarnessOptions } from '../../src/harness.js';
import { ASSERTION_ID, aResponse } from '../a-response.js';
import { aRehearsal } from './a-rehearsal.js';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => void (await Promise.all(stops.splice(0).map((stop) => stop()))));

async function rehearsal(options?: HarnessOptions) {
  const made = await aRehearsal(options);
  stops.push(made.harness.stop);
  return made;
}

const MINUTE = 60_000;

describe('A response that is used again', () => {
  it('S01: the second post of a response is a replay', async () => {
    const { begin, post, records } = await rehearsal();
    const { respond } = await begin();
    const response = respond();
    const first = await post(response);
    expect(first.sentences).toEqual({});
    expect(first.answer.status).toBe(302);
    const second = await post(response);
    expect(second.answer.status).toBe(403);
    expect(second.login.accepted).toBe(false);
    expect(second.login.diagnosis.rootCause).toBe('in-response-to-known');
    expect(second.sentences['assertion-not-replayed']).toBe(
      `The assertion ${ASSERTION_ID} was already used 0 s ago (login ${first.login.id}): this is a second post of it.`,
    );
    expect(second.sentences['in-response-to-known']).toContain('has already been answered by an accepted login');
    expect((await records()).map(({ accepted }) => accepted)).toEqual([false, true]);
  });

  it('S02: the same assertion in a response with another ID is a replay', async () => {
    const { post } = await rehearsal();
    const { xml } = aResponse({ unsolicited: true });
    expect((await post(Buffer.from(xml).toString('base64'))).login.accepted).toBe(true);
    const other = xml.replace(/(<samlp:Response[^>]* ID=")[^"]*/, '$1_another-response');
    expect(other).not.toBe(xml);
    const second = await post(Buffer.from(other).toString('base64'));
    expect(second.errors).toEqual(['assertion-not-replayed']);
    expect(second.sentences['assertion-not-replayed']).toContain(`The assertion ${ASSERTION_ID} was already used`);
  });

  it('S03: a response posted again after its time has expired, whether or not its first use is remembered', async () => {
    const { base64 } = aResponse({ unsolicited: true });
    const { post, moveClock } = await rehearsal();
    await post(base64);
    moveClock(2 * 60 * MINUTE);
    const remembered = await post(base64);
    const expired = /^The assertion expired at \S+, and it is 2026-03-02T11:15:05Z here: 1 h too late/;
    expect(remembered.sentences['conditions-not-expired']).toMatch(expired);
    expect(remembered.sentences['assertion-not-replayed']).toContain('was already used 2 h ago');
    const { post: postElsewhere, moveClock: moveOther } = await rehearsal();
    moveOther(2 * 60 * MINUTE);
    const forgotten = await postElsewhere(base64);
    expect(forgotten.login.diagnosis.rootCause).toBe('subject-confirmation-in-time');
    expect(forgotten.sentences['subject-confirmation-in-time']).toMatch(
      /^The assertion was to be presented before \S+, and it is 2026-03-02T11:15:05Z here: 1 h too late/,
    );
    expect(forgotten.sentences['conditions-not-expired']).toMatch(expired);
    expect(forgotten.errors).not.toContain('assertion-not-replayed');
  });

  it('S04: of two posts at once one is accepted, the other is a replay', async () => {
    const { harness, begin, records } = await rehearsal();
    const { respond } = await begin();
    const send = () => request(harness.app).post('/login/saml').type('form').send({ SAMLResponse: body });
    const body = respond();
    const statuses = (await Promise.all([send(), send(), send()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([302, 403, 403]);
    expect((await records()).filter(({ accepted }) => accepted)).toHaveLength(1);
  });
});

describe('The request that a response answers', () => {
  it('S05: a response nobody asked for is refused unless Allow Single Sign On is set', async () => {
    const { base64 } = aResponse({ unsolicited: true });
    const strict = await rehearsal({ profile: { allowSingleSignOn: false } });
    const refused = await strict.post(base64);
    expect(refused.errors).toEqual(['unsolicited-response-allowed']);
    expect(refused.sentences['unsolicited-response-allowed']).toBe(
      'The Response answers no request (it began at the identity provider: My Apps, Test), and this service provider does not allow that.',
    );
    const open = await rehearsal({ profile: { allowSingleSignOn: true } });
    const taken = await open.post(base64);
    expect(taken.login.accepted).toBe(true);
    expect(taken.login.flow).toBe('idp-initiated');
    const note = taken.login.diagnosis.findings.find(({ id }) => id === 'unsolicited-response-allowed');
    expect(note?.summary).toBe('Unsolicited (IdP-initiated), and that is allowed.');
  });

  it('S06: junk that names a pending request does not use it up', async () => {
    const { begin, post } = await rehearsal();
    const { respond } = await begin();
    const junk = await post(respond({ sign: 'none' }));
    expect(junk.errors).toEqual(['signature-present']);
    const genuine = await post(respond());
    expect(genuine.login.accepted).toBe(true);
  });

  it('S07: a response that arrives in another browser signs in that browser only; requests are not bound to cookies here', async () => {
    const { harness, begin, post } = await rehearsal();
    const { page, respond } = await begin();
    const shown = [page.headers['set-cookie']].flat().map((line) => String(line).split('=')[0]);
    expect(shown).toEqual(['rehearsal-request-lax', 'rehearsal-request-none']);
    const { answer, login } = await post(respond());
    expect(login.accepted).toBe(true);
    expect(login.received.cookieNames).toEqual([]);
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    const theirs = await request(harness.app).get('/portal').set('Cookie', cookie);
    expect(theirs.text).toContain('B. Simon');
    const beginner = await request(harness.app).get('/portal');
    expect([beginner.status, beginner.headers.location]).toEqual([302, '/login/saml']);
  });

  it('S08: a request older than ten minutes has expired', async () => {
    const { begin, post, moveClock } = await rehearsal();
    const { respond } = await begin();
    const issuedAt = moveClock(10 * MINUTE + 1_000);
    const late = await post(respond({ basics: { issuedAt } }));
    expect(late.errors).toEqual(['in-response-to-known']);
    expect(late.sentences['in-response-to-known']).toMatch(
      /^The Response answers the request _\w+, sent 10 min 1 s ago, which has expired while waiting\.$/,
    );
    const { respond: another } = await begin();
    const inTime = await post(another({ basics: { issuedAt: moveClock(10 * MINUTE), assertionId: '_second' } }));
    expect(inTime.errors).toEqual([]);
    expect(inTime.login.accepted).toBe(true);
  });
});

describe('RelayState', () => {
  const urlOfAnotherSite = /^RelayState is .+, a URL of another site; it is never followed/;
  const notSent = /^RelayState .+ came, but none was sent with the request\.$/;
  const hostile: readonly [what: string, value: string, accepted: boolean, sentence: RegExp][] = [
    ['an address of another site', 'https://evil.example/', false, urlOfAnotherSite],
    ['an address without scheme', '//evil.example', false, urlOfAnotherSite],
    ['an address with a backslash', '/\\evil.example', false, urlOfAnotherSite],
    ['a script', 'javascript:alert(1)', false, urlOfAnotherSite],
    ['81 bytes', 'x'.repeat(81), true, /^RelayState is 81 bytes long; at most 80 are allowed\.$/],
    ['a line end', '/a\r\nSet-Cookie: evil=1', true, notSent],
    ['a NUL', '/a\u0000b', true, notSent],
  ];
  let shared: Awaited<ReturnType<typeof aRehearsal>> | undefined;
  afterAll(async () => shared?.harness.stop());

  for (const [what, value, accepted, sentence] of hostile) {
    it(`S10: ${what} in RelayState is shown as text and never followed`, async () => {
      shared ??= await aRehearsal();
      const { harness, begin, post } = shared;
      const { respond, requestId } = await begin();
      const response = respond({ basics: { assertionId: `_a${requestId}` } });
      const { answer, login, sentences } = await post(response, ['RelayState', value]);
      expect(answer.headers['location']).toBe(accepted ? '/portal' : undefined);
      expect(String(answer.headers['set-cookie'])).not.toContain('evil');
      expect(login.received.relayState).toBe(value);
      expect(login.accepted).toBe(accepted);
      expect(Object.keys(sentences)).toEqual(['relay-state-returned']);
      expect(sentences['relay-state-returned']).toMatch(sentence);
      const page = await request(harness.app).get(`/logins/${login.id}`);
      expect(page.status).toBe(200);
      expect(page.text).not.toMatch(/(href|src|action)="[^"]*(evil|javascript)/);
    });
  }

  it('S11: another RelayState than was sent is accepted with a warning', async () => {
    const { begin, post } = await rehearsal();
    const { respond } = await begin('ticket-1');
    const { login, errors, sentences } = await post(respond(), ['RelayState', 'ticket-2']);
    expect([login.accepted, errors]).toEqual([true, []]);
    expect(sentences['relay-state-returned']).toBe('RelayState came back as ticket-2, sent was ticket-1.');
  });
});

describe('How the user signed in', () => {
  it('S12: an authentication context that was not asked for is accepted with a warning', async () => {
    const { begin, post } = await rehearsal({ profile: { usePasswordProtectedContext: true } });
    const { begun, respond } = await begin();
    expect(begun.request?.xml).toContain('PasswordProtectedTransport');
    const windows = 'urn:oasis:names:tc:SAML:2.0:ac:classes:Windows';
    const { login, errors, sentences } = await post(
      respond({ before: (xml) => xml.replace(/(<AuthnContextClassRef>)[^<]*/, `$1${windows}`) }),
    );
    expect([login.accepted, errors]).toEqual([true, []]);
    expect(sentences['authn-context-as-requested']).toBe(
      'The request asked for PasswordProtectedTransport; the user signed in by Windows.',
    );
  });
});
