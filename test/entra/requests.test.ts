import { describe, expect, it } from '@jest/globals';
import type { Application } from '../../src/entra/application.js';
import { BINDING, NAME_ID_FORMAT, NS } from '../../src/saml/names.js';
import { ACS, aStandIn, ENTITY_ID } from '../a-stand-in.js';

/** Attributes and content of an otherwise good AuthnRequest. */
interface Change {
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly issuer?: string;
  readonly content?: string;
  readonly user?: string;
  readonly application?: Partial<Application>;
}

describe('A request that Entra takes', () => {
  it('is answered at the Reply URL it asks for, to the audience that asked, with its ID', async () => {
    const answer = await ask();
    expect(answer).toMatchObject({ kind: 'post', acsUrl: ACS });
    const xml = posted(answer);
    expect(xml).toContain(`Destination="${ACS}" InResponseTo="_r1"`);
    expect(xml).toContain(`<SubjectConfirmationData InResponseTo="_r1"`);
    expect(xml).toContain(`<Audience>${ENTITY_ID}</Audience>`);
  });

  it.each([
    ['Destination', { Destination: 'https://elsewhere.example/' }],
    ['Consent', { Consent: 'urn:oasis:names:tc:SAML:2.0:consent:obtained' }],
    ['ProviderName', { ProviderName: '<b>Mimecast</b>' }],
    ['the age of IssueInstant', { IssueInstant: '2011-01-01T00:00:00Z' }],
    ['AssertionConsumerServiceIndex', { AssertionConsumerServiceIndex: '7' }],
  ])('may say anything in %s', async (_, attributes) => {
    expect(await ask({ attributes })).toMatchObject({ kind: 'post' });
  });

  it('may leave the Reply URL out: the default one is used', async () => {
    const application = { replyUrls: ['https://a.example/acs', 'https://b.example/acs'] };
    const answer = await ask({ attributes: { AssertionConsumerServiceURL: undefined }, application });
    expect(answer).toMatchObject({ acsUrl: 'https://a.example/acs' });
  });

  it('gets spn: in front of the audience when it names the application by its id', async () => {
    const { applicationId } = aStandIn().application;
    expect(posted(await ask({ issuer: applicationId }))).toContain(`<Audience>spn:${applicationId}</Audience>`);
  });

  it('with the fixed ID of the portal’s test gets an answer that answers nothing', async () => {
    const xml = posted(await ask({ attributes: { ID: 'F84D888AA3B44C1B844375A4E8210D9E' } }));
    expect(xml).not.toContain('InResponseTo');
  });

  it('may ask for localhost on any port', async () => {
    const asked = 'http://localhost:54321/login/saml';
    const application = { replyUrls: ['http://localhost:7010/login/saml'] };
    const answer = await ask({ attributes: { AssertionConsumerServiceURL: asked }, application });
    expect(posted(answer)).toContain(`Recipient="${asked}"`);
  });
});

describe('A request that Entra refuses', () => {
  it.each<[string, Change, string]>([
    [
      'an Issuer nobody registered',
      { issuer: `${ENTITY_ID}/` },
      `AADSTS700016: Application with identifier '${ENTITY_ID}/' was not found in the directory 'Contoso'.`,
    ],
    [
      'a Reply URL in other case',
      { attributes: { AssertionConsumerServiceURL: ACS.replace('login', 'Login') } },
      "AADSTS50011: The reply URL 'https://eu-api.mimecast.com/Login/saml' specified in the request does not match",
    ],
    ['a Reply URL with a slash more', { attributes: { AssertionConsumerServiceURL: `${ACS}/` } }, 'AADSTS50011'],
    [
      'a Reply URL with another port',
      { attributes: { AssertionConsumerServiceURL: ACS.replace('.com', '.com:8443') } },
      'AADSTS50011',
    ],
    [
      'a Reply URL that is a script',
      { attributes: { AssertionConsumerServiceURL: 'javascript:alert(1)' } },
      'AADSTS50011',
    ],
    [
      'a relative Reply URL',
      { attributes: { AssertionConsumerServiceURL: '/login/saml' } },
      "AADSTS7500511: XML attribute 'AssertionConsumerServiceURL' in the SAML message must be a URI.",
    ],
    [
      'no Reply URL anywhere',
      { attributes: { AssertionConsumerServiceURL: undefined }, application: { replyUrls: [] } },
      'AADSTS900971: No reply address provided.',
    ],
    [
      'an ID that begins with a digit',
      { attributes: { ID: '1abc' } },
      "AADSTS7500529: The value '1abc' is not a valid SAML ID.",
    ],
    ['an ID in base64', { attributes: { ID: 'a/b+c=' } }, 'AADSTS7500529'],
    ['no ID', { attributes: { ID: undefined } }, 'AADSTS75005: The request is not a valid SAML 2.0 protocol message.'],
    ['another version', { attributes: { Version: '1.1' } }, 'AADSTS75005'],
    ['an IssueInstant that is no time', { attributes: { IssueInstant: 'yesterday' } }, 'AADSTS75005'],
    ['an empty Issuer', { issuer: '' }, 'AADSTS7500525: There was an XML error in the SAML message at line 1'],
    [
      'a Subject',
      { content: `<Subject xmlns="${NS.assertion}"><NameID>b@contoso.com</NameID></Subject>` },
      "AADSTS900236: The SAML authentication request property 'Subject' is not supported and must not be set.",
    ],
    ['a proxy count', { content: '<samlp:Scoping ProxyCount="1"/>' }, 'AADSTS900236'],
    [
      'another binding for the answer',
      { attributes: { ProtocolBinding: BINDING.redirect } },
      `AADSTS75003: SAML protocol response cannot be sent via bindings other than HTTP POST. Requested binding: ${BINDING.redirect}`,
    ],
    [
      'a NameID format it does not know',
      { content: `<samlp:NameIDPolicy Format="${NAME_ID_FORMAT.entity}"/>` },
      'AADSTS75016',
    ],
    [
      'a comparison other than exact',
      { content: contexts('urn:oasis:names:tc:SAML:2.0:ac:classes:Password', 'minimum') },
      "AADSTS900235: SAML authentication request's RequestedAuthenticationContext Comparison value must be 'exact'. Received value: 'minimum'.",
    ],
    ['a class that is no URI', { content: contexts('Password') }, "AADSTS7500522: XML element 'AuthnContextClassRef'"],
    [
      'a class the user’s sign-in does not satisfy',
      { content: contexts('urn:oasis:names:tc:SAML:2.0:ac:classes:X509') },
      "AADSTS75011: Authentication method 'Password' by which the user authenticated with the service doesn't match requested authentication method 'X509'. Contact the Mimecast application owner.",
    ],
    ['an application that is disabled', { application: { enabledForUsersToSignIn: false } }, 'AADSTS7000112'],
    [
      'no signature where one is required',
      { application: { requireVerificationCertificates: true } },
      'AADSTS76021: The request sent by client is not signed while the application requires signed requests',
    ],
    [
      'a user nobody knows',
      { user: 'nobody@contoso.com' },
      'AADSTS50034: The user account nobody@contoso.com does not exist in the Contoso directory.',
    ],
    [
      'a user who is not assigned',
      { user: 'Alex.Wilber@contoso.com' },
      'AADSTS50105: Your administrator has configured the application Mimecast',
    ],
    ['a user only in a nested group', { user: 'Lee.Gu@contoso.com' }, 'AADSTS50105'],
    ['a user who is disabled', { user: 'Diego.Siciliani@contoso.com' }, 'AADSTS50057: The user account is disabled.'],
    [
      'a NameID whose source the user does not have',
      { user: 'Miriam.Graham@contoso.com', application: { nameId: { source: 'user.mail', format: 'Email address' } } },
      "AADSTS501241: Mandatory Input 'user.mail' missing",
    ],
  ])('has %s', async (_, change, text) => {
    const answer = await ask(change);
    expect(answer).toMatchObject({ kind: 'refused' });
    if (answer.kind !== 'refused') return;
    expect(answer.text).toContain(text);
    expect(answer.text.startsWith(`AADSTS${answer.aadsts}: `)).toBe(true);
    expect(answer.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.timestamp).toBe('2026-03-02 09:15:00Z');
  });

  it.each([
    [
      'that is not well-formed',
      '<samlp:AuthnRequest',
      /^AADSTS7500525: There was an XML error in the SAML message at line 1, position \d+\./,
    ],
    ['with a document type', '<!DOCTYPE x><x/>', /^AADSTS7500525/],
    ['that is something else', '<x/>', /^AADSTS75005/],
  ])('is XML %s', async (_, requestXml, text) => {
    const answer = await aStandIn().answer({ kind: 'sp-initiated', user: 'B.Simon@contoso.com', requestXml });
    expect(answer.kind === 'refused' && answer.text).toMatch(text);
  });
});

describe('A windows sign-in', () => {
  it('meets AADSTS75011 when a password is asked for, and goes through when nothing is', async () => {
    const user = 'Henrietta.Mueller@contoso.com';
    const asked = await ask({
      user,
      content: contexts('urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport'),
    });
    expect(asked.kind === 'refused' && asked.text).toContain(
      "Authentication method 'WindowsIntegrated' by which the user authenticated with the service doesn't match requested authentication method 'Password, ProtectedTransport'.",
    );
    expect(posted(await ask({ user }))).toContain('urn:federation:authentication:windows');
  });
});

function contexts(classRef: string, comparison = 'exact'): string {
  return `<samlp:RequestedAuthnContext Comparison="${comparison}"><saml:AuthnContextClassRef>${classRef}</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>`;
}

function ask({
  attributes = {},
  issuer = ENTITY_ID,
  content = '',
  user = 'B.Simon@contoso.com',
  application = {},
}: Change = {}) {
  const entra = aStandIn('requests', { application });
  entra.addPersonas();
  const all = {
    ID: '_r1',
    Version: '2.0',
    IssueInstant: '2026-03-02T09:14:59Z',
    AssertionConsumerServiceURL: ACS,
    ...attributes,
  };
  const written = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}="${value.replaceAll('<', '&lt;')}"`],
  );
  const requestXml = `<samlp:AuthnRequest xmlns:samlp="${NS.protocol}" xmlns:saml="${NS.assertion}" ${written.join(' ')}><saml:Issuer>${issuer}</saml:Issuer>${content}</samlp:AuthnRequest>`;
  return entra.answer({ kind: 'sp-initiated', user, requestXml });
}

function posted(answer: Awaited<ReturnType<typeof ask>>): string {
  if (answer.kind !== 'post') throw new Error(JSON.stringify(answer));
  return answer.responseXml;
}
