import { describe, expect, it } from '@jest/globals';
import { aResponse } from '../../a-response.js';
import { says, tamper } from '../judged.js';

const id = 'root-is-response';

describe(id, () => {
  it('right: samlp:Response', async () => {
    expect(await says(id)).toBe('pass: The message is a SAML 2.0 Response.');
  });

  it('wrong: a bare assertion', async () => {
    expect(await says(id, aResponse().xml.replace(/^.*?(<Assertion .*<\/Assertion>).*$/s, '$1'))).toBe(
      'fail bare-assertion: This is a bare Assertion; the Response around it is missing.',
    );
  });

  it('wrong: a LogoutResponse', async () => {
    expect(await says(id, tamper(/samlp:Response/g, 'samlp:LogoutResponse'))).toBe(
      'fail logout-response: This is a LogoutResponse, the answer to a logout, not to a login.',
    );
  });

  it('wrong: a LogoutRequest', async () => {
    expect(await says(id, tamper(/samlp:Response/g, 'samlp:LogoutRequest'))).toBe(
      'fail logout-request: This is a LogoutRequest, not the answer to a login.',
    );
  });

  it('wrong: an AuthnRequest', async () => {
    expect(await says(id, tamper(/samlp:Response/g, 'samlp:AuthnRequest'))).toBe(
      'fail authn-request: This is an AuthnRequest: the question to the identity provider, not its answer.',
    );
  });

  it('wrong: SAML 1.1', async () => {
    expect(await says(id, tamper('urn:oasis:names:tc:SAML:2.0:protocol', 'urn:oasis:names:tc:SAML:1.0:protocol'))).toBe(
      'fail saml-1-1: This is a SAML 1.1 message; only SAML 2.0 is understood.',
    );
  });

  it('wrong: WS-Federation', async () => {
    expect(
      await says(id, '<t:RequestSecurityTokenResponse xmlns:t="http://schemas.xmlsoap.org/ws/2005/02/trust"/>'),
    ).toBe(
      'fail ws-federation: This is a WS-Federation answer (RequestSecurityTokenResponse), not SAML 2.0 single sign-on.',
    );
  });

  it('wrong: metadata', async () => {
    expect(await says(id, '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata"/>')).toBe(
      'fail metadata: This is SAML metadata, not a message of a login.',
    );
  });

  it('wrong: another namespace', async () => {
    expect(await says(id, tamper('urn:oasis:names:tc:SAML:2.0:protocol', 'urn:example:protocol'))).toBe(
      'fail foreign-namespace: The root is named Response, but it is not in the namespace of SAML 2.0.',
    );
  });

  it('wrong: something else', async () => {
    expect(await says(id, '<html><body>Sign in</body></html>')).toBe(
      'fail other: This is XML, but not a SAML response. Its root is html.',
    );
  });

  it('absent: no XML, no root', async () => {
    expect(await says(id, 'x')).toBe('blocked: Could not be checked without the XML.');
  });

  it('twice: a Response in a Response is still a Response', async () => {
    expect(
      await says(id, tamper('<samlp:Status>', '<samlp:Extensions><samlp:Response/></samlp:Extensions><samlp:Status>')),
    ).toBe('pass: The message is a SAML 2.0 Response.');
  });
});
