/** How a message may reach the AssertionConsumerService: by HTTP-POST, in one form field, once. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { AnsweredLogin } from '../../src/logins/login.js';
import { aResponse } from '../a-response.js';
import { aRehearsal, form, sentencesOf } from './a-rehearsal.js';

let rehearsal: Awaited<ReturnType<typeof aRehearsal>>;
beforeAll(async () => {
  rehearsal = await aRehearsal();
});
afterAll(() => rehearsal.harness.stop());

const { base64 } = aResponse({ unsolicited: true });
const other = aResponse({ unsolicited: true, basics: { assertionId: '_other' } }).base64;
const MORE_THAN_ONCE = 'SAMLResponse was sent more than once (2 times)';
const twice = (what: string) => ({ 'message-present': `${what}; nobody could say which one counts.` });
const newest = async () => (await rehearsal.records())[0] as AnsweredLogin;

describe('A response that comes another way', () => {
  it('S13: a response in the query of a GET is answered with 405 and the way that is allowed', async () => {
    const answer = await request(rehearsal.harness.app).get('/login/saml').query({ SAMLResponse: base64 });
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'POST']);
    const login = await newest();
    expect(login.accepted).toBe(false);
    expect(sentencesOf(login)).toEqual({
      'message-present': 'The message came by GET in the URL; responses are accepted by HTTP-POST only.',
    });
  });

  it('S14: a response in the query of a post that holds another one is refused', async () => {
    const path = `/login/saml?${form([['SAMLResponse', other]])}`;
    const { answer, login, sentences } = await rehearsal.send(form([['SAMLResponse', base64]]), { path });
    expect([answer.status, login.accepted]).toEqual([403, false]);
    expect(sentences).toEqual(
      twice('SAMLResponse was sent more than once (SAMLResponse and in the query of the address)'),
    );
  });

  it('S14: a response only in the query of a post is refused', async () => {
    const path = `/login/saml?${form([['SAMLResponse', base64]])}`;
    const { answer, login, sentences } = await rehearsal.send('RelayState=x', { path });
    expect([answer.status, login.accepted]).toEqual([403, false]);
    expect(sentences).toEqual({
      'message-present': 'SAMLResponse stands in the query of the address and not in the form that was posted.',
    });
  });

  const multipart = `--x\r\nContent-Disposition: form-data; name="SAMLResponse"\r\n\r\n${base64}\r\n--x--\r\n`;
  for (const [type, body] of [
    ['multipart/form-data; boundary=x', multipart],
    ['application/json', JSON.stringify({ SAMLResponse: base64 })],
    ['text/plain', form([['SAMLResponse', base64]])],
    ['application/xml', Buffer.from(base64, 'base64').toString()],
  ] as const) {
    it(`S15: a body of type ${type} is answered with 415`, async () => {
      const { answer, login, sentences } = await rehearsal.send(body, { type });
      expect([answer.status, login.accepted]).toEqual([415, false]);
      expect(sentences).toEqual({ 'message-present': `The body was sent as ${type}, not as a form.` });
    });
  }

  const plain = form([['SAMLResponse', base64]]);
  const absent = (name: string) => ({ 'message-present': `There is no field SAMLResponse; what came is ${name}.` });
  const twiceNamed = (name: string) => twice(`SAMLResponse was sent more than once (SAMLResponse and ${name})`);
  for (const [name, body, said] of [
    ['another SAMLResponse', `${plain}&${form([['SAMLResponse', other]])}`, twice(MORE_THAN_ONCE)],
    ['the same SAMLResponse (N05)', `${plain}&${plain}`, twice(MORE_THAN_ONCE)],
    ['SAML%52esponse', `${plain}&SAML%52esponse=${encodeURIComponent(other)}`, twiceNamed('SAML%52esponse')],
    ['SAMLResponse[]', `${plain}&${form([['SAMLResponse[]', other]])}`, twiceNamed('SAMLResponse[]')],
    ['samlresponse', `${plain}&${form([['samlresponse', other]])}`, twiceNamed('samlresponse')],
    [
      'SAMLRequest',
      `${plain}&${form([['SAMLRequest', other]])}`,
      twice('A SAMLRequest came together with the SAMLResponse'),
    ],
  ] as const) {
    it(`S16: SAMLResponse with ${name} in one form is refused`, async () => {
      const { answer, login, sentences } = await rehearsal.send(body);
      expect([answer.status, login.accepted]).toEqual([403, false]);
      expect(sentences).toEqual(said);
    });
  }

  for (const [name, body] of [
    ['SAMLResponse[]', form([['SAMLResponse[]', base64]])],
    ['SAMLResponse[a]', form([['SAMLResponse[a]', base64]])],
    ['SAML%52esponse', `SAML%52esponse=${encodeURIComponent(base64)}`],
    ['samlresponse', form([['samlresponse', base64]])],
  ] as const) {
    it(`S16: ${name} in the place of SAMLResponse is refused`, async () => {
      const { answer, login, sentences } = await rehearsal.send(body);
      expect([answer.status, login.accepted]).toEqual([403, false]);
      expect(sentences).toEqual(absent(name));
    });
  }
});
