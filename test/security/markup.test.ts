/** Markup in whatever an attacker writes is text wherever it is shown. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { AnsweredLogin } from '../../src/logins/login.js';
import { aResponse } from '../a-response.js';
import { aRehearsal, form } from './a-rehearsal.js';

let rehearsal: Awaited<ReturnType<typeof aRehearsal>>;
beforeAll(async () => {
  rehearsal = await aRehearsal();
});
afterAll(() => rehearsal.harness.stop());

const MARKUP = `"><script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">]]>`;
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const withoutTags = (html: string) => html.replace(/<[^>]*>/g, '');
/** As text it stands there, escaped once or, in the view of the XML, as it was escaped in the message. */
const SHOWN = /&(amp;)?lt;script(>|&gt;|&amp;gt;)alert\(1\)/;

describe('Markup in a message', () => {
  const places: Record<string, (xml: string) => string> = {
    NameID: (xml) => xml.replace(/(<NameID[^>]*>)[^<]*/, `$1${escaped(MARKUP)}`),
    'NameID Format': (xml) => xml.replace(/(<NameID Format=")[^"]*/, `$1${escaped(MARKUP)}`),
    'an attribute’s name': (xml) => xml.replace(/(<Attribute Name=")[^"]*/, `$1${escaped(MARKUP)}`),
    'an attribute’s value': (xml) => xml.replace(/(<AttributeValue>)[^<]*/, `$1${escaped(MARKUP)}`),
    Issuer: (xml) => xml.replaceAll(/(<Issuer[^>]*>)[^<]*/g, `$1${escaped(MARKUP)}`),
    StatusMessage: (xml) =>
      xml.replace('</samlp:Status>', `<samlp:StatusMessage>${escaped(MARKUP)}</samlp:StatusMessage></samlp:Status>`),
    'the status code': (xml) => xml.replace(/(<samlp:StatusCode Value=")[^"]*/, `$1${escaped(MARKUP)}`),
    ID: (xml) => xml.replace(/(<samlp:Response[^>]* ID=")[^"]*/, `$1${escaped(MARKUP)}`),
    InResponseTo: (xml) => xml.replace(/(<samlp:Response )/, `$1InResponseTo="${escaped(MARKUP)}" `),
    Destination: (xml) => xml.replace(/(Destination=")[^"]*/, `$1${escaped(MARKUP)}`),
    'the authentication context': (xml) => xml.replace(/(<AuthnContextClassRef>)[^<]*/, `$1${escaped(MARKUP)}`),
    Audience: (xml) => xml.replace(/(<Audience>)[^<]*/, `$1${escaped(MARKUP)}`),
    'the certificate': (xml) => xml.replace(/(<X509Certificate>)[^<]*/, `$1${escaped(MARKUP)}`),
    'the algorithm': (xml) => xml.replace(/(<SignatureMethod Algorithm=")[^"]*/, `$1${escaped(MARKUP)}`),
  };
  /** A browser would find none of ours as an element or an attribute that runs. */
  const isHarmless = (html: string) => {
    expect(html).not.toMatch(/<script>alert|<img src=x|href="javascript|onerror=alert\(1\)>(?!&)/);
  };

  for (const [what, spoil] of Object.entries(places)) {
    it(`U05: in ${what} is shown as text`, async () => {
      const { login: hostile } = await rehearsal.post(aResponse({ unsolicited: true, after: spoil }).base64);
      const page = await request(rehearsal.harness.app).get(`/logins/${hostile.id}`);
      expect(page.status).toBe(200);
      expect(withoutTags(page.text)).toMatch(SHOWN);
      isHarmless(page.text);
      const list = await request(rehearsal.harness.app).get('/');
      isHarmless(list.text);
      const decoded = await request(rehearsal.harness.app)
        .post('/decode')
        .type('form')
        .send({ message: hostile.received.samlResponse });
      expect(decoded.status).toBe(200);
      isHarmless(decoded.text);
    });
  }

  it('U05: in RelayState, field names, headers, cookies, search words and paths is shown as text', async () => {
    const { app } = rehearsal.harness;
    const body = form([
      ['SAMLResponse', 'x'],
      ['RelayState', MARKUP],
      [MARKUP, '1'],
    ]);
    await request(app)
      .post('/login/saml')
      .set('User-Agent', MARKUP)
      .set('Referer', MARKUP)
      .set('Cookie', `${MARKUP}=1`)
      .type('form')
      .send(body);
    const hostile = (await rehearsal.records())[0] as AnsweredLogin;
    const page = await request(app).get(`/logins/${hostile.id}`);
    expect(withoutTags(page.text)).toMatch(SHOWN);
    isHarmless(page.text);
    for (const path of [
      '/?search=',
      '/?failed=',
      '/?after=',
      '/logins/',
      '/checks/',
      '/compare/',
      '/sso/',
      '/login/saml?email=',
      '/login/saml?RelayState=',
      '/no/',
    ]) {
      isHarmless((await request(app).get(`${path}${encodeURIComponent(MARKUP)}`)).text);
    }
  });
});
