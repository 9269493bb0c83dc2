import { describe, expect, it } from '@jest/globals';
import { systemRandom } from '../../../src/clock.js';
import { checks } from '../../../src/diagnosis/checks/index.js';
import { encryptAssertion } from '../../../src/saml/encrypt.js';
import { aResponse, REQUEST_ID } from '../../a-response.js';
import { testKey } from '../../keys.js';
import { aLogin } from './a-login.js';
import { get, inspectorDeps, post } from './a-page.js';

const US = 'https://us-api.mimecast.com/sso/C46A75';
const deps = inspectorDeps([]);

describe('The catalogue of checks', () => {
  it('lists every check with its title and severity', async () => {
    const { text } = await get('/checks', deps);
    for (const { title, id, severity } of checks) {
      expect(text).toContain(title);
      expect(text).toMatch(new RegExp(`${id} ?${severity}`));
    }
  });

  it('finds checks by any word of theirs', async () => {
    const { text } = await get('/checks?search=audience', deps);
    expect(text).toContain('audience-matches');
    expect(text).not.toContain('message-decodes');
  });

  it('says so when none is found', async () => {
    expect((await get('/checks?search=zzzz', deps)).text).toContain('No check speaks of that.');
  });

  it.each(checks.map(({ id }) => id))('%s has a page with why, distinctions, remedy and clause', async (id) => {
    const check = checks.find((candidate) => candidate.id === id);
    const { text, status } = await get(`/checks/${id}`, deps);
    expect(status).toBe(200);
    expect(text).toContain(check?.why.replace(/\s+/g, ' ').trim());
    expect(text).toContain(check?.spec[0].document);
    expect(text).toMatch(/What to do (IdP administrator|SP administrator|developer)/);
    expect(text).not.toMatch(/\{(expected|actual)\}/);
  });

  it('an unknown id says so', async () => {
    const { status, text } = await get('/checks/nope', deps);
    expect(status).toBe(404);
    expect(text).toContain('There is no such check');
  });
});

const request = (id: string) =>
  `<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="${id}" Version="2.0"/>`;

describe('Decode', () => {
  it('shows an empty form that says what may be pasted', async () => {
    const { text } = await get('/decode', deps);
    expect(text).toContain('Base64, XML, a form body, a URL, a HAR or SAML-tracer recording');
  });

  it('judges a pasted response and says that it is not recorded', async () => {
    const { text, status } = await post('/decode', { message: aResponse().base64 }, deps);
    expect(status).toBe(200);
    expect(text).toContain('Accepted B.Simon@contoso.com');
    expect(text).toContain('Not recorded.');
    expect(text).toContain('givenname');
  });

  it('keeps what was pasted in the form', async () => {
    const { textOf } = await post('/decode', { message: aResponse().base64 }, deps);
    expect(textOf('message')).toBe(aResponse().base64);
  });

  it('shows a request without judging it', async () => {
    const xml = '<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1" Version="2.0"/>';
    const { text, textOf } = await post('/decode', { message: xml }, deps);
    expect(text).toContain('A request: it asks for a login');
    expect(textOf('xml')).toContain('ID="_1"');
  });

  it('lets choose between several messages', async () => {
    const message = `${aResponse().base64}\n${aResponse({ basics: { audience: US } }).base64}`;
    const { text } = await post('/decode', { message, pick: '2' }, deps);
    expect(text).toContain('2 messages found');
    expect(text).toContain('Refused');
  });

  it('says that a response was judged together with the request pasted above it', async () => {
    const message = `${request(REQUEST_ID)}\n${aResponse().xml}`;
    const { text } = await post('/decode', { message }, deps);
    expect(text).toContain('2 messages found');
    expect(text).toContain('Judged together with the request it answers: the text, line 1.');
  });

  it('says that the request pasted above it is another one', async () => {
    const { text } = await post('/decode', { message: `${request('_other')}\n${aResponse().xml}` }, deps);
    expect(text).toContain(
      `The request beside it is not the one this response answers: its ID is _other, and the response answers ${REQUEST_ID}.`,
    );
  });

  it('refuses a text that is no message, and names nobody', async () => {
    const { text, status } = await post('/decode', { message: 'hello' }, deps);
    expect(status).toBe(200);
    expect(text).toContain('Refused Nobody could be read');
  });

  it('says that there was nothing', async () => {
    const { text, status } = await post('/decode', { message: '  ' }, deps);
    expect(status).toBe(400);
    expect(text).toContain('There was nothing to decode.');
  });

  it('says that it was too much', async () => {
    const { text, status } = await post('/decode', { message: 'x'.repeat(9 * 1024 * 1024) }, deps);
    expect(status).toBe(413);
    expect(text).toContain('at most 8,388,608 are read here');
  });
});

describe('Setup', () => {
  it('says what to enter in Entra, with the labels of its form', async () => {
    const { text } = await get('/setup', deps);
    expect(text).toContain('Identifier (Entity ID) http://localhost:7010/sso/C46A75 Copy');
    expect(text).toContain('Reply URL (Assertion Consumer Service URL) http://localhost:7010/login/saml Copy');
  });

  it('says what the same account has at Mimecast itself', async () => {
    const { text } = await get('/setup', deps);
    expect(text).toContain('https://eu-api.mimecast.com/sso/C46A75');
  });

  it('shows the authentication profile and the internal directory', async () => {
    const { text } = await get('/setup', deps);
    expect(text).toMatch(/Issuer URL https:\/\/sts\.windows\.net\//);
    expect(text).toContain('On Allow Single Sign On (IdP-initiated logins)');
    expect(text).toContain('Adele.Vance@contoso.com Adele Vance Administrator');
  });

  it('says what follows when there is no certificate', async () => {
    const setup = await deps.setup();
    const bare = { ...setup, authenticationProfile: { signingCertificates: [] } };
    const { text } = await get('/setup', inspectorDeps([], { setup: async () => bare }));
    expect(text).toContain('Without one no signature can be judged');
  });
});

describe('Comparing two logins', () => {
  it('shows what differs and why one was refused; ids and instants are folded', async () => {
    const refused = await aLogin({ id: 'b', basics: { audience: US, responseId: '_other' }, unsolicited: true });
    const { text, elements } = await get('/compare/a/b', inspectorDeps([refused, await aLogin({ id: 'a' })]));
    expect(text).toContain('Outcome accepted refused');
    expect(text).toContain('Root cause none audience-matches');
    expect(text).toContain(`Audience https://eu-api.mimecast.com/sso/C46A75 ${US}`);
    expect(text).not.toContain('givenname');
    expect(text).toMatch(
      /other facts are the same in both\. Ids and instants, which differ in any two logins Response ID/,
    );
    expect(elements.filter(({ tagName }) => tagName === 'details')).toHaveLength(1);
  });

  it('finds a claim that only one of them has', async () => {
    const poor = await aLogin({ id: 'b', basics: { attributes: [] } });
    const { text } = await get('/compare/a/b', inspectorDeps([poor, await aLogin({ id: 'a' })]));
    expect(text).toContain('givenname B. none');
  });

  it('says of an encryption without an algorithm that it names none', async () => {
    const unnamed = (xml: string) =>
      encryptAssertion(xml, { certificatePem: testKey('sp').certificatePem, random: systemRandom }).replace(
        /(<xenc:EncryptedData[^>]*>)<xenc:EncryptionMethod[^>]*(\/>|>.*?<\/xenc:EncryptionMethod>)/,
        '$1',
      );
    const { text } = await get(
      '/compare/a/b',
      inspectorDeps([await aLogin({ id: 'b', after: unnamed }), await aLogin({ id: 'a' })]),
    );
    expect(text).toContain('Encrypted none with an algorithm that is not named');
  });

  it('of two lists of values shows those that only one has, and counts the others', async () => {
    const groups = Array.from({ length: 20 }, (_, index) => `group ${index}`);
    const withGroups = (id: string, values: readonly string[]) =>
      aLogin({ id, basics: { attributes: [{ name: 'groups', values }] } });
    const logins = [await withGroups('a', groups), await withGroups('b', [...groups, 'only here'])];
    const { text } = await get('/compare/a/b', inspectorDeps(logins));
    expect(text).toContain('groups 20 that are in both only here and 20 that are in both');
    expect(text).not.toContain('group 7');
  });

  it('says that they differ in nothing that matters', async () => {
    const { text } = await get('/compare/a/b', inspectorDeps([await aLogin({ id: 'b' }), await aLogin({ id: 'a' })]));
    expect(text).toContain('They differ in nothing but ids and instants.');
  });

  it('turns two marks of the list into an address, the older login first', async () => {
    expect((await get('/compare?login=new&login=old', deps)).location).toBe('/compare/old/new');
    expect((await get('/compare?login=one', deps)).location).toBe('/');
  });

  it('an unknown id says so', async () => {
    const { status, text } = await get('/compare/a/b', deps);
    expect(status).toBe(404);
    expect(text).toContain('There is no such login It may have been forgotten');
  });
});
