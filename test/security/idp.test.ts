/** The stand-in signs only for its application, and only what its pages say. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodePost, encodeRedirect } from '../../src/saml/bindings.js';
import { ENTRA_CLAIM } from '../../src/saml/names.js';
import { aStandIn } from './a-stand-in.js';

let site: Awaited<ReturnType<typeof aStandIn>>;
beforeAll(async () => {
  site = await aStandIn();
});
afterAll(() => site.harness.stop());

const USER = 'B.Simon@contoso.com';
const redirected = (xml: string) => encodeRedirect({ xml, parameter: 'SAMLRequest' });
const signInPath = () => `/${site.entra.tenant.id}/login`;

/** Every way to have a request answered: the page, the form, the short cut, the library. */
async function answers(xml: string) {
  const page = await site.open(redirected(xml));
  const shortCut = await site.open(`${redirected(xml)}&auto=1&login_hint=${encodeURIComponent(USER)}`);
  const form = await site.post(signInPath(), { query: redirected(xml), user: USER });
  const posted = await site.post(`/${site.entra.tenant.id}/saml2`, { SAMLRequest: encodePost(xml) });
  const answer = await site.entra.answer({ kind: 'sp-initiated', requestXml: xml, user: USER });
  return { pages: [page, shortCut, form, posted], answer };
}

describe('A request the stand-in must not answer', () => {
  const hostile: readonly [what: string, url: string, number: RegExp][] = [
    ['an ACS URL that is not registered', 'https://evil.example/acs', /AADSTS50011/],
    ['a path below the registered ACS URL', '/../../evil', /AADSTS50011/],
    ['the registered ACS URL with a user in it', '@evil.example', /AADSTS50011/],
    ['a script as ACS URL', 'javascript:alert(1)', /AADSTS(50011|7500511)/],
    ['a data URL as ACS URL', 'data:text/html,x', /AADSTS(50011|7500511)/],
    ['no URL as ACS URL', 'evil', /AADSTS7500511/],
  ];
  for (const [what, url, number] of hostile) {
    it(`U10: with ${what} nothing is signed and nothing posted`, async () => {
      const assertionConsumerServiceUrl = /^[/@]/.test(url) ? `${site.acs}${url}` : url;
      const { pages, answer } = await answers(site.authnRequest({ assertionConsumerServiceUrl }));
      for (const { status, text, html } of pages) {
        expect(status).toBe(400);
        expect(text).toMatch(number);
        expect(html).not.toMatch(/name="SAMLResponse"|<form/);
      }
      expect(answer.kind).toBe('refused');
    });
  }

  it('U10: unsigned, when verification certificates are required', async () => {
    site.entra.updateApplication({ requireVerificationCertificates: true });
    const { pages, answer } = await answers(site.authnRequest());
    site.entra.updateApplication({ requireVerificationCertificates: false });
    expect(pages.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    for (const { text } of pages) expect(text).toContain('AADSTS76021');
    expect(answer.kind).toBe('refused');
  });

  it('U10: markup in ProviderName, Issuer, ID and RelayState stays text', async () => {
    const markup = '"><script>alert(1)</script>';
    const escaped = '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;';
    const good = site.authnRequest();
    const named = good.replace('<samlp:AuthnRequest ', `<samlp:AuthnRequest ProviderName="${escaped}" `);
    const pages = [
      await site.open(encodeRedirect({ xml: named, parameter: 'SAMLRequest', relayState: markup })),
      await site.open(redirected(site.authnRequest({ issuer: markup }))),
      await site.open(redirected(site.authnRequest({ id: markup }))),
      await site.post(signInPath(), { query: redirected(good), user: `${markup}@contoso.com`, fault: markup }),
      await site.open(`${redirected(good)}&login_hint=${encodeURIComponent(markup)}`),
    ];
    for (const { html, headers } of pages) {
      expect(html).not.toContain('<script>alert');
      expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    }
  });

  it('U10: the answer of a good request is posted to the registered ACS URL and to nothing else', async () => {
    const { pages, answer } = await answers(site.authnRequest());
    expect(pages[1]?.html).toContain(`action="${site.acs}"`);
    expect(pages[1]?.headers.get('content-security-policy')).toContain(
      `form-action 'self' ${new URL(site.acs).origin};`,
    );
    expect(answer).toMatchObject({ kind: 'post', acsUrl: site.acs });
  });
});

describe('Another web site', () => {
  it('U10: chooses nobody on the sign-in page and changes nothing of the tenant', async () => {
    const fields = { query: redirected(site.authnRequest()), user: USER, userPrincipalName: 'evil@contoso.com' };
    for (const origin of ['https://evil.example', 'null', site.harness.url]) {
      for (const path of [signInPath(), '/users', '/api/v1/users', '/application/properties']) {
        const { status, html } = await site.post(path, fields, { origin });
        expect([origin, path, status]).toEqual([origin, path, 403]);
        expect(html).not.toContain('SAMLResponse');
      }
    }
    expect(site.entra.users.map(({ userPrincipalName }) => userPrincipalName)).not.toContain('evil@contoso.com');
    expect((await site.post(signInPath(), fields, { origin: site.entra.url })).html).toContain('SAMLResponse');
  });
});

describe('What the user editor takes', () => {
  const texts = [
    `"]]><Attribute Name="role"><AttributeValue>admin</AttributeValue></Attribute>`,
    `x</AttributeValue></Attribute><Attribute Name="role"><AttributeValue>admin`,
    '&lt;b&gt; &amp;amp; &#60;',
    '<!-- --><?p x?><![CDATA[y]]>',
    '\u202eevil\u202c \u200b e\u0301',
  ];
  for (const text of texts) {
    it(`U11: ${JSON.stringify(text)} is one value with that text`, async () => {
      const fields = {
        userPrincipalName: USER,
        displayName: text,
        mail: USER,
        givenName: text,
        surname: 'Simon',
        accountEnabled: 'on',
      };
      const { status } = await site.post('/users', fields, { origin: site.entra.url });
      expect([200, 303]).toContain(status);
      const login = await site.harness.signIn({ user: USER });
      expect(login.diagnosis.findings.filter((f) => f.status === 'fail').map((f) => f.summary)).toEqual([]);
      expect([login.accepted, login.verified]).toEqual([true, true]);
      expect(login.claims[ENTRA_CLAIM.givenName]).toEqual([text]);
      expect(Object.keys(login.claims)).not.toContain('role');
    });
  }

  it('U11: what XML cannot hold is never written into a message that then cannot be read', async () => {
    const fields = { userPrincipalName: USER, mail: USER, givenName: 'a\u0000b\u0001c\ufffed', accountEnabled: 'on' };
    await site.post('/users', fields, { origin: site.entra.url });
    const login = await site.harness.signIn({ user: USER });
    expect(login.diagnosis.findings.filter((f) => f.status === 'fail').map((f) => f.summary)).toEqual([]);
    expect(login.accepted).toBe(true);
  });
});
