/** Whatever is posted to the AssertionConsumerService: never a 500, never a lost message, never a hang, and the reason in words. */
import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { AnsweredLogin } from '../../src/logins/login.js';
import { aResponse } from '../a-response.js';
import { aServiceProvider, failures } from './a-service-provider.js';

const FORM = 'application/x-www-form-urlencoded';
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');
const field = (value: string, name = 'SAMLResponse') => `${name}=${encodeURIComponent(value)}`;
const good = () => aResponse({ unsolicited: true });

/** Posts a body and says what the sender and what the administrator see. */
async function posted(body: string, { type = FORM, path = '/login/saml' } = {}) {
  const { app, logins } = aServiceProvider();
  const answer = await request(app).post(path).set('Content-Type', type).send(body);
  const [login, ...others] = (await logins()) as AnsweredLogin[];
  if (!login) throw new Error(`nothing was recorded; the answer was ${answer.status} ${answer.text}`);
  expect(others).toEqual([]);
  expect(login.accepted).toBe(false);
  expect(answer.text).toContain(`/logins/${login.id}`);
  const { rootCause } = login.diagnosis;
  const sentence = failures(login).find(([id]) => id === rootCause)?.[1];
  return { status: answer.status, rootCause, sentence, login, page: answer.text };
}

interface Bad {
  readonly what: string;
  readonly body: string;
  readonly says: string;
  readonly check?: string;
  readonly type?: string;
  readonly status?: number;
}

function each(cases: readonly Bad[], check: string): void {
  it.each(cases)('$what', async ({ body, says, type, ...expected }) => {
    const { status, rootCause, sentence } = await posted(body, type === undefined ? {} : { type });
    expect(sentence).toContain(says);
    expect([status, rootCause]).toEqual([expected.status ?? 403, expected.check ?? check]);
  });
}

describe('A post that brings no response is explained:', () => {
  each(
    [
      { what: 'an empty post', body: '', says: 'Nothing was posted: there is no SAMLResponse.' },
      { what: 'an empty field', body: 'SAMLResponse=', says: 'The field SAMLResponse is there, but it is empty.' },
      {
        what: 'the wrong field name',
        body: field(good().base64, 'SamlResponse'),
        says: 'There is no field SAMLResponse; what came is SamlResponse.',
      },
      {
        what: 'a field with brackets',
        body: field(good().base64, 'SAMLResponse[]'),
        says: 'what came is SAMLResponse[].',
      },
      {
        what: 'a field name in disguise',
        body: field(good().base64, 'SAML%52esponse'),
        says: 'what came is SAML%52esponse.',
      },
      {
        what: 'a SAMLRequest',
        body: field('PHNhbWxwOkF1dGhuUmVxdWVzdC8+', 'SAMLRequest'),
        says: 'A SAMLRequest came where a SAMLResponse belongs',
      },
      {
        what: 'the response twice',
        body: `${field(good().base64)}&${field(good().base64)}`,
        says: 'SAMLResponse was sent more than once (2 times)',
      },
      {
        what: 'JSON',
        body: JSON.stringify({ SAMLResponse: good().base64 }),
        type: 'application/json',
        status: 415,
        says: 'The body was sent as application/json, not as a form.',
      },
      {
        what: 'XML',
        body: good().xml,
        type: 'application/xml',
        status: 415,
        says: 'The body was sent as application/xml, not as a form.',
      },
      {
        what: 'a form in parts',
        body: '--x\r\nContent-Disposition: form-data; name="SAMLResponse"\r\n\r\nPHg+\r\n--x--\r\n',
        type: 'multipart/form-data; boundary=x',
        status: 415,
        says: 'The body was sent as multipart/form-data; boundary=x, not as a form.',
      },
    ],
    'message-present',
  );
});

describe('A value that does not decode is explained:', () => {
  each(
    [
      { what: 'no base64', body: field('this is not base64!'), says: 'The value is not base64.' },
      { what: 'raw XML', body: field(good().xml), says: 'The field holds raw XML, not base64 of it.' },
      {
        what: 'a plus that became a space',
        body: `SAMLResponse=${good().base64}`,
        says: 'the value was not URL-encoded before it was posted',
      },
      { what: 'encoded twice', body: field(encodeURIComponent(good().base64)), says: 'The value is URL-encoded twice' },
      { what: 'cut off', body: field(good().base64.slice(0, 1_001)), says: 'The base64 is cut off' },
      {
        what: 'no UTF-8',
        body: field(base64(Buffer.from([0xff, 0xfe, 0x00, 0x41]))),
        says: 'The bytes of the message are not UTF-8.',
      },
    ],
    'message-decodes',
  );
});

describe('A text that is no response is explained:', () => {
  const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol';
  const inResponse = (inside: string) => `<samlp:Response xmlns:samlp="${PROTOCOL}">${inside}</samlp:Response>`;
  each(
    [
      {
        what: 'a letter',
        body: field(base64('Dear administrator,')),
        check: 'xml-well-formed',
        says: 'This is not well-formed XML: Text stands outside the root element.',
      },
      {
        what: 'a document type with entities',
        body: field(base64(`<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${inResponse('&b;')}`)),
        check: 'no-document-type',
        says: 'The message declares a document type (DTD)',
      },
      {
        what: '100,000 nested elements',
        body: field(base64('<a>'.repeat(100_000))),
        check: 'message-size-acceptable',
        status: 413,
        says: 'bytes were sent; at most 262144 are read.',
      },
      {
        what: '40,000 nested elements, which are small enough to be read',
        body: field(base64('<a>'.repeat(40_000))),
        check: 'message-size-acceptable',
        says: 'Elements are nested more than 32 deep.',
      },
      {
        what: '18,000 elements beside each other',
        body: field(base64(inResponse('<a/>'.repeat(18_000)))),
        check: 'message-size-acceptable',
        says: 'There are more than 3000 elements.',
      },
      {
        what: 'an AuthnRequest',
        body: field(base64(`<samlp:AuthnRequest xmlns:samlp="${PROTOCOL}" ID="_1" Version="2.0"/>`)),
        check: 'root-is-response',
        says: 'This is an AuthnRequest: the question to the identity provider, not its answer.',
      },
      {
        what: 'a bare Assertion',
        body: field(base64('<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion"/>')),
        check: 'root-is-response',
        says: 'This is a bare Assertion; the Response around it is missing.',
      },
    ],
    'root-is-response',
  );
});

describe('A response for somebody else is explained:', () => {
  it('for another account code', async () => {
    const basics = { audience: 'https://eu-api.mimecast.com/sso/CUSA99' };
    const { rootCause, sentence } = await posted(field(aResponse({ unsolicited: true, basics }).base64));
    expect(rootCause).toBe('audience-matches');
    expect(sentence).toContain('the account code is CUSA99, not C46A75.');
  });

  it('for another endpoint of ours', async () => {
    const { rootCause, sentence } = await posted(field(good().base64), { path: '/login/sso/mpp' });
    expect(rootCause).toBe('destination-matches');
    expect(sentence).toContain('but the endpoint is https://eu-api.mimecast.com/login/sso/mpp');
  });
});

describe('A body that is too large', () => {
  it('of 50 MB is answered at once, recorded by its size, and not kept', async () => {
    const { status, rootCause, sentence, login } = await posted('A'.repeat(50 * 1024 * 1024));
    expect([status, rootCause]).toEqual([413, 'message-size-acceptable']);
    expect(sentence).toBe('52428800 bytes were sent; at most 262144 are read.');
    expect(login.received.samlResponse).toBeUndefined();
  });

  it('may have many small fields instead', async () => {
    const { status, sentence } = await posted('a=&'.repeat(1_001));
    expect([status, sentence]).toEqual([413, 'The form has more than 1,000 fields; none of them was read.']);
  });
});

describe('A response in the URL', () => {
  it.each(['/login/saml', '/login/sso/mpp', '/login/sso/adcon'])('of GET %s is refused and recorded', async (path) => {
    const { app, logins } = aServiceProvider();
    const answer = await request(app).get(path).query({ SAMLResponse: good().base64 });
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'POST']);
    const [login] = (await logins()) as AnsweredLogin[];
    expect(login && failures(login)).toEqual([
      ['message-present', 'The message came by GET in the URL; responses are accepted by HTTP-POST only.'],
    ]);
  });

  it('does not count beside one in the form', async () => {
    const { app, logins } = aServiceProvider();
    const post = request(app)
      .post(`/login/saml?${field(good().base64)}`)
      .type(FORM);
    expect((await post.send(field(good().base64))).status).toBe(403);
    const [login] = (await logins()) as AnsweredLogin[];
    expect(login && failures(login)[0]?.[1]).toContain('SAMLResponse was sent more than once');
  });
});

describe('What the sender sees of a refused login', () => {
  it('is that it was refused and where the administrator finds out why, not the reason', async () => {
    const { page } = await posted(field(base64('<script>alert(1)</script>')));
    expect(page).toContain('Sorry, this login was refused');
    expect(page).not.toContain('alert(1)');
    expect(page).not.toMatch(/well-formed|root/);
  });
});
