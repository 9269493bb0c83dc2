import { describe, expect, it } from '@jest/globals';
import { ENTITY_ID, IDP_ENTITY_ID } from '../../a-response.js';
import { says } from '../judged.js';

const id = 'request-acceptable-to-entra';

/** A plain request, changed in pairs of what and by what. */
function request(...changes: (string | RegExp)[]): string {
  let xml =
    '<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ' +
    'ID="_5a2f1c0e" Version="2.0" IssueInstant="2026-03-02T09:14:00Z" AssertionConsumerServiceURL="https://eu-api.mimecast.com/login/saml">' +
    `<saml:Issuer>${ENTITY_ID}</saml:Issuer></samlp:AuthnRequest>`;
  for (let at = 0; at < changes.length; at += 2) xml = xml.replace(changes[at] ?? '', String(changes[at + 1]));
  return xml;
}

function contexts(uri: string, comparison = ''): string {
  const ref = `<saml:AuthnContextClassRef>${uri}</saml:AuthnContextClassRef>`;
  return `<samlp:RequestedAuthnContext${comparison}>${ref}</samlp:RequestedAuthnContext></samlp:AuthnRequest>`;
}

interface Registered {
  readonly registeredIdentifiers?: string[];
  readonly registeredReplyUrls?: string[];
}

/** What the check says of a request, beside a good response. */
const saysOf = (requestXml: string, registered: Registered = {}) =>
  says(id, {}, { correlation: { requestXml, ...registered } });

describe(id, () => {
  it('right: a plain request', async () => {
    expect(await saysOf(request())).toBe('pass: Entra will accept the request.');
  });

  it('absent: there is no request', async () => {
    expect(await says(id, {})).toBe('not-applicable: There is no request to look at.');
  });

  it('wrong: not XML', async () => {
    expect(await saysOf('<samlp:AuthnRequest')).toBe(
      'warning not-xml: Entra will object to the request: it is not well-formed XML: There is no XML element in it. (AADSTS7500525).',
    );
  });

  it('wrong: not a request', async () => {
    expect(await saysOf('<x/>')).toBe(
      'warning not-a-request: Entra will object to the request: it is x, not an AuthnRequest (AADSTS75005).',
    );
  });

  it('wrong: no ID', async () => {
    expect(await saysOf(request(/ ID="[^"]*"/, ''))).toBe(
      'warning id-missing: Entra will object to the request: it has no ID (AADSTS75005).',
    );
  });

  it('wrong: an ID that begins with a digit', async () => {
    expect(await saysOf(request('ID="_', 'ID="1'))).toBe(
      'warning id-not-a-name: Entra will object to the request: its ID 15a2f1c0e begins with a digit (AADSTS7500529).',
    );
  });

  it('wrong: another version', async () => {
    expect(await saysOf(request('"2.0"', '"1.1"'))).toBe(
      'warning version: Entra will object to the request: its Version is not 2.0 (AADSTS75005).',
    );
  });

  it('wrong: IssueInstant is no time', async () => {
    expect(await saysOf(request(/(IssueInstant=")[^"]*/, '$1now'))).toBe(
      'warning issue-instant: Entra will object to the request: its IssueInstant is not a date and time in UTC (AADSTS75005).',
    );
  });

  it('absent: no Issuer', async () => {
    expect(await saysOf(request(/<saml:Issuer>.*<\/saml:Issuer>/, ''))).toBe(
      'warning issuer-missing: Entra will object to the request: it names no Issuer (AADSTS75005).',
    );
  });

  it("wrong: the identity provider's own entityID as Issuer", async () => {
    expect(await saysOf(request(/(<saml:Issuer>)[^<]*/, `$1${IDP_ENTITY_ID}`))).toBe(
      'warning issuer-is-idp: Entra will object to the request: its Issuer is https://sts.windows.net/2c1b7a52-9f0e-4b6d-8a3c-5d4e6f708192/, the entityID of the identity provider itself (AADSTS700016).',
    );
  });

  it('wrong: the Issuer is not registered', async () => {
    expect(await saysOf(request(), { registeredIdentifiers: [`${ENTITY_ID}/`] })).toBe(
      'warning issuer-not-registered: Entra will object to the request: its Issuer https://eu-api.mimecast.com/sso/C46A75 is not the Identifier of the application: the slash at the end is missing (AADSTS700016).',
    );
  });

  it('wrong: no URL to answer to', async () => {
    expect(await saysOf(request(/ AssertionConsumerServiceURL="[^"]*"/, ''), { registeredReplyUrls: [] })).toBe(
      'warning no-reply-url: Entra will object to the request: it names no AssertionConsumerServiceURL, and the application has no Reply URL (AADSTS900971).',
    );
  });

  it('wrong: a relative URL', async () => {
    expect(await saysOf(request(/(AssertionConsumerServiceURL=")[^"]*/, '$1/login/saml'))).toBe(
      'warning acs-relative: Entra will object to the request: its AssertionConsumerServiceURL /login/saml is not an absolute URL (AADSTS7500511).',
    );
  });

  it('wrong: the URL is not registered', async () => {
    expect(await saysOf(request(), { registeredReplyUrls: ['https://eu-api.mimecast.com/login/SAML'] })).toBe(
      'warning acs-not-registered: Entra will object to the request: its AssertionConsumerServiceURL https://eu-api.mimecast.com/login/saml is not a Reply URL of the application: upper and lower case differ in the path (AADSTS50011).',
    );
  });

  it('right: Entra ignores the port of localhost', async () => {
    expect(
      await saysOf(request(/(AssertionConsumerServiceURL=")[^"]*/, '$1http://localhost:7010/login/saml'), {
        registeredReplyUrls: ['http://localhost:1/login/saml'],
      }),
    ).toBe('pass: Entra will accept the request.');
  });

  it('wrong: http', async () => {
    expect(await saysOf(request('URL="https:', 'URL="http:'))).toBe(
      'warning acs-http: Entra will object to the request: its AssertionConsumerServiceURL http://eu-api.mimecast.com/login/saml begins with http://, which Entra lets nobody register except for localhost (AADSTS50011).',
    );
  });

  it('wrong: a Subject', async () => {
    expect(await saysOf(request('</samlp:AuthnRequest>', '<saml:Subject/></samlp:AuthnRequest>'))).toBe(
      'warning subject: Entra will object to the request: it holds a Subject, which Entra refuses; use login_hint instead (AADSTS900236).',
    );
  });

  it('wrong: another binding', async () => {
    expect(
      await saysOf(
        request(' Version', ' ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact" Version'),
      ),
    ).toBe(
      'warning protocol-binding: Entra will object to the request: it asks for an answer by another binding than HTTP-POST (AADSTS75003).',
    );
  });

  it('wrong: Scoping', async () => {
    expect(await saysOf(request('</samlp:AuthnRequest>', '<samlp:Scoping ProxyCount="2"/></samlp:AuthnRequest>'))).toBe(
      'warning scoping: Entra will object to the request: its Scoping holds ProxyCount, IDPList or RequesterID, which Entra refuses (AADSTS75006).',
    );
  });

  it('wrong: a format Entra does not issue', async () => {
    expect(
      await saysOf(
        request(
          '</samlp:AuthnRequest>',
          '<samlp:NameIDPolicy Format="urn:oasis:names:tc:SAML:2.0:nameid-format:kerberos"/></samlp:AuthnRequest>',
        ),
      ),
    ).toBe(
      'warning name-id-format: Entra will object to the request: it asks for the NameID format kerberos, which Entra does not issue (AADSTS75016).',
    );
  });

  it('wrong: SPNameQualifier', async () => {
    expect(
      await saysOf(request('</samlp:AuthnRequest>', '<samlp:NameIDPolicy SPNameQualifier="x"/></samlp:AuthnRequest>')),
    ).toBe(
      'warning sp-name-qualifier: Entra will object to the request: its NameIDPolicy holds SPNameQualifier, which Entra may refuse (AADSTS75006).',
    );
  });

  it('wrong: a sign-in method that is no URI', async () => {
    expect(await saysOf(request('</samlp:AuthnRequest>', contexts('Password')))).toBe(
      'warning authn-context-not-a-uri: Entra will object to the request: it demands the sign-in method Password, which is not a URI (AADSTS7500522).',
    );
  });

  it('wrong: Comparison other than exact', async () => {
    expect(
      await saysOf(
        request(
          '</samlp:AuthnRequest>',
          contexts('urn:oasis:names:tc:SAML:2.0:ac:classes:Password', ' Comparison="minimum"'),
          ' Version',
          ' ForceAuthn="true" Version',
        ),
      ),
    ).toBe(
      'warning comparison: Entra will object to the request: it compares sign-in methods by minimum; Entra knows only exact (AADSTS75011).',
    );
  });

  it('wrong: a sign-in method is demanded', async () => {
    expect(
      await saysOf(
        request('</samlp:AuthnRequest>', contexts('urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport')),
      ),
    ).toBe(
      'warning authn-context-demanded: Entra will object to the request: it demands PasswordProtectedTransport as sign-in method: users who signed in with Windows, a key or a second factor get AADSTS75011.',
    );
  });

  it.each(['true', '1'])('right: with ForceAuthn="%s" a sign-in method does no harm', async (truth) => {
    const requestXml = request(
      '</samlp:AuthnRequest>',
      contexts('urn:oasis:names:tc:SAML:2.0:ac:classes:Password'),
      ' Version',
      ` ForceAuthn="${truth}" Version`,
    );
    expect(await saysOf(requestXml)).toBe('pass: Entra will accept the request.');
  });

  it('wrong: a demand without a class', async () => {
    const requestXml = request('</samlp:AuthnRequest>', '<samlp:RequestedAuthnContext/></samlp:AuthnRequest>');
    expect(await saysOf(requestXml)).toBe(
      'warning authn-context-demanded: Entra will object to the request: it demands an unnamed class as sign-in method: users who signed in with Windows, a key or a second factor get AADSTS75011.',
    );
  });

  it('twice: several faults are all named', async () => {
    expect(
      await saysOf(request('ID="_', 'ID="1', '</samlp:AuthnRequest>', '<saml:Subject/></samlp:AuthnRequest>')),
    ).toBe(
      'warning id-not-a-name: Entra will object to the request: its ID 15a2f1c0e begins with a digit (AADSTS7500529); it holds a Subject, which Entra refuses; use login_hint instead (AADSTS900236).',
    );
  });
});
