import { describe, expect, it } from '@jest/globals';
import { systemRandom } from '../../../src/clock.js';
import { encryptAssertion } from '../../../src/saml/encrypt.js';
import { testKey } from '../../keys.js';
import { aLogin, PENDING } from './a-login.js';
import { attributeOf, ENTITY_ID, get, inspectorDeps, type Page } from './a-page.js';

const US = 'https://us-api.mimecast.com/sso/C46A75';

async function pageOf(change: Parameters<typeof aLogin>[0] = {}): Promise<Page> {
  return get('/logins/l-1', inspectorDeps([await aLogin(change)]));
}

describe('The page of a refused login', () => {
  it('begins with the verdict and the root cause: expected, actual, and who has to do what where', async () => {
    const { text, textOf } = await pageOf({ basics: { audience: US }, unsolicited: true });
    expect(text).toContain('Refused B.Simon@contoso.com');
    const cause = textOf('finding-audience-matches');
    expect(cause).toMatch(/^Root cause The assertion is for https:\/\/us-api/);
    expect(cause).toContain(`Expected ${ENTITY_ID} Actual ${US}`);
    expect(cause).toMatch(/IdP administrator .*Basic SAML Configuration › Identifier \(Entity ID\)/);
  });

  it('marks what differs in expected and actual', async () => {
    const { html } = await pageOf({ basics: { audience: US }, unsolicited: true });
    expect(html).toMatch(/https:\/\/<mark class="difference wanted">eu<\/mark>-api/);
    expect(html).toMatch(/https:\/\/<mark class="difference found">us<\/mark>-api/);
  });

  it('leads from the finding to the very line of the XML, and back', async () => {
    const { elements, textOf } = await pageOf({ basics: { audience: US }, unsolicited: true });
    const link = elements.find((element) => attributeOf(element, 'class') === 'place');
    const target = link && attributeOf(link, 'href')?.slice(1);
    expect(target).toMatch(/^response-\d+$/);
    expect(textOf(target ?? '')).toContain(`<Audience>${US}</Audience>`);
    expect(textOf(target ?? '')).toContain('Failed: The assertion is for this service provider');
  });

  it('shows every failed check, each with its remedy, and folds the others', async () => {
    const { textOf, elements } = await pageOf({ basics: { audience: US }, key: 'rogue' });
    expect(textOf('findings')).toContain('Failed The assertion is for this service provider');
    const summaries = elements.filter(({ tagName }) => tagName === 'summary').length;
    expect(summaries).toBeGreaterThan(3);
    expect(textOf('findings')).toMatch(/\d+ passed .*The message is well-formed XML/);
    expect(textOf('findings')).toMatch(/\d+ did not apply/);
  });

  it('does not vouch for claims that no trusted signature covers', async () => {
    const { textOf } = await pageOf({ key: 'rogue' });
    expect(textOf('claims')).toContain('Unverified. Shown as the message has it');
    expect(textOf('identity')).toContain('Unverified.');
    expect(textOf('signature')).toContain('In the message, not published');
    expect(textOf('signature')).toContain('Does not hold Signature 1, on the Assertion');
  });

  it('shows a text that is no XML as it came', async () => {
    const { textOf, text } = await pageOf({ field: () => Buffer.from('<samlp:Response>\n<a></b>').toString('base64') });
    expect(textOf('xml')).toContain('Not XML that can be read; shown as it came.');
    expect(textOf('response-2')).toContain('<a></b>');
    expect(text).toContain('No signature was found in the message.');
  });

  it('does with a message that is not there at all', async () => {
    const { text, status } = await pageOf({ field: () => undefined });
    expect(status).toBe(200);
    expect(text).toContain('Refused Nobody could be read');
    expect(text).toContain('SAMLResponse: none');
  });
});

describe('The page of an accepted login', () => {
  it('shows the claims with short and full name, values, and a button to copy each', async () => {
    const { textOf, elements } = await pageOf();
    expect(textOf('claims')).toContain('Read from the bytes under a valid signature of a published certificate.');
    expect(textOf('claims')).toContain(
      'givenname http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname Copy B. Copy',
    );
    const copied = elements.map((element) => attributeOf(element, 'data-copy'));
    expect(copied).toContain('B.Simon@contoso.com');
    expect(copied).toContain('http://schemas.microsoft.com/identity/claims/tenantid');
  });

  it('hides copy buttons until a script reveals them', async () => {
    const { elements } = await pageOf();
    const buttons = elements.filter((element) => attributeOf(element, 'class') === 'copy');
    expect(buttons.length).toBeGreaterThan(10);
    expect(buttons.every((button) => attributeOf(button, 'hidden') !== undefined)).toBe(true);
  });

  it('puts the times in words: how long before and after the arrival', async () => {
    const { textOf } = await pageOf();
    expect(textOf('conditions')).toMatch(/Not before 2026-03-02 09:\d\d:\d\d UTC \(5 min \d s before the arrival\)/);
    expect(textOf('conditions')).toMatch(
      /Not on or after 2026-03-02 10:\d\d:\d\d UTC \(59 min \d\d s after the arrival\)/,
    );
    expect(textOf('conditions')).toContain('Clock skew allowed 3 min either way');
    expect(textOf('conditions')).toContain('https://eu-api.mimecast.com/sso/C46A75 this service provider');
  });

  it('says what the signature covers and shows the thumbprint as the portal does', async () => {
    const { textOf } = await pageOf();
    expect(textOf('signature')).toContain('Holds Signature 1, on the Assertion');
    expect(textOf('signature')).toContain('unchanged since it was signed (the digest matches)');
    expect(textOf('signature')).toMatch(/Published, and in the message CN=Microsoft Azure Federated SSO Certificate/);
    expect(textOf('signature')).toMatch(/Thumbprint [0-9A-F]{40} Copy/);
    expect(textOf('xml')).toContain('Shaded: covered by signature 1, which holds.');
  });

  it('shades what the signature covers, and not the signature itself', async () => {
    const { elements, textOf } = await pageOf();
    const shaded = elements.filter((element) => attributeOf(element, 'class')?.startsWith('line covered-good'));
    const texts = shaded.map((line) => textOf(attributeOf(line, 'id') ?? ''));
    expect(texts.some((line) => line.includes('<Audience>'))).toBe(true);
    expect(texts.some((line) => line.includes('<SignatureValue>'))).toBe(false);
    expect(texts.some((line) => line.includes('<samlp:StatusCode'))).toBe(false);
  });

  it('shows an encrypted assertion decrypted', async () => {
    const { certificatePem } = testKey('sp');
    const { textOf } = await pageOf({
      after: (xml) => encryptAssertion(xml, { certificatePem, random: systemRandom }),
    });
    expect(textOf('xml')).toContain('Assertion, decrypted');
    expect(textOf('xml')).toContain('<Audience>https://eu-api.mimecast.com/sso/C46A75</Audience>');
    expect(textOf('signature')).toContain('Decrypted Encrypted assertion');
  });

  it('shows the second opinion beside ours, with the reason when they part', async () => {
    const login = {
      ...(await aLogin()),
      secondOpinion: { library: 'node-saml 5', accepted: false, reason: 'no way', gap: 'It never looks.' },
    };
    const { textOf } = await get('/logins/l-1', inspectorDeps([login]));
    expect(textOf('second-opinion')).toContain('These checks Accepted');
    expect(textOf('second-opinion')).toContain('node-saml 5 Refused no way');
    expect(textOf('second-opinion')).toContain('It never looks.');
  });

  it('offers to compare it with a login that went otherwise', async () => {
    const refused = await aLogin({ id: 'l-2', key: 'rogue' });
    const { html, text } = await get('/logins/l-1', inspectorDeps([await aLogin(), refused]));
    expect(html).toContain('href="/compare/l-2/l-1"');
    expect(text).toContain('Compare with the latest refused login');
  });
});

describe('Other addresses of a login', () => {
  it('/logins/latest is the newest and says that it moves on', async () => {
    const { text, html } = await get('/logins/latest', inspectorDeps([await aLogin({ id: 'l-9' })]));
    expect(text).toContain('This page follows the newest login.');
    expect(html).toContain('href="/logins/l-9"');
  });

  it('/logins/latest without any login leads to the list, which says how to start', async () => {
    expect(await get('/logins/latest', inspectorDeps([]))).toMatchObject({ status: 302, location: '/' });
  });

  it('a login that is still waiting says where an error of the identity provider is to be found', async () => {
    const { text } = await get(`/logins/${PENDING.id}`, inspectorDeps([PENDING]));
    expect(text).toContain('Waiting for the answer to an AuthnRequest');
    expect(text).toContain('look there for an AADSTS number');
    expect(text).toContain('<samlp:AuthnRequest');
  });

  it('an unknown id says so', async () => {
    const { status, text } = await get('/logins/nope', inspectorDeps([]));
    expect(status).toBe(404);
    expect(text).toContain('There is no such login');
  });
});
