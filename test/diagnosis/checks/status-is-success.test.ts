import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'status-is-success';

describe(id, () => {
  it('right: Success', async () => {
    expect(await says(id)).toBe('pass: The identity provider says the login succeeded.');
  });

  it('absent: no Status', async () => {
    expect(await says(id, edit(/<samlp:Status>.*<\/samlp:Status>/, ''))).toBe(
      'fail missing: The Response has no Status, so nobody can say whether the login succeeded.',
    );
  });

  it('absent: no StatusCode', async () => {
    expect(await says(id, edit(/<samlp:StatusCode[^>]*>/, ''))).toBe(
      'fail no-code: The Status has no StatusCode, so nobody can say whether the login succeeded.',
    );
  });

  it('wrong: Responder', async () => {
    expect(await says(id, edit('status:Success', 'status:Responder'))).toBe(
      'fail responder: The identity provider answered with Responder: the identity provider could not or would not sign the user in.',
    );
  });

  it('wrong: Requester', async () => {
    expect(await says(id, edit('status:Success', 'status:Requester'))).toBe(
      'fail requester: The identity provider answered with Requester: the identity provider blames the request of the service provider.',
    );
  });

  it('wrong: NoPassive inside Responder', async () => {
    expect(
      await says(
        id,
        edit(
          /<samlp:StatusCode[^>]*>/,
          '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:NoPassive"/></samlp:StatusCode>',
        ),
      ),
    ).toBe(
      'fail no-passive: The identity provider answered with Responder > NoPassive: the user would have to be asked, and the request forbids it (IsPassive).',
    );
  });

  it('wrong: an AADSTS number in the message', async () => {
    expect(
      await says(
        id,
        edit(
          /<samlp:StatusCode[^>]*>/,
          '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Requester"><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:RequestUnsupported"/></samlp:StatusCode><samlp:StatusMessage>AADSTS75006: An error occurred. AADSTS90011: The property NameIdentifierPolicy/SPNameQualifier is not supported.</samlp:StatusMessage>',
        ),
      ),
    ).toBe(
      'fail aadsts: The identity provider answered with Requester > RequestUnsupported: the identity provider does not support something in the request. It says: "AADSTS75006: An error occurred. AADSTS90011: The property NameIdentifierPolicy/SPNameQualifier is not supported." AADSTS90011: A property of the request is not supported; the message names it (for example NameIDPolicy/SPNameQualifier).',
    );
  });

  it('wrong: another status', async () => {
    expect(await says(id, edit('status:Success', 'status:VersionMismatch'))).toBe(
      'fail other: The identity provider answered with VersionMismatch: the request is of another SAML version.',
    );
  });

  it('wrong: markup in the message is shown as text', async () => {
    expect(
      await says(
        id,
        edit(
          /<samlp:StatusCode[^>]*>/,
          '<samlp:StatusCode Value="urn:x:no"/><samlp:StatusMessage>&lt;script&gt;&#x85;[31m</samlp:StatusMessage>',
        ),
      ),
    ).toBe('fail other: The identity provider answered with no. It says: "<script><U+0085>[31m"');
  });

  it('twice: Success inside Responder is no success', async () => {
    expect(
      await says(
        id,
        edit(
          /<samlp:StatusCode[^>]*>/,
          '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:StatusCode>',
        ),
      ),
    ).toBe(
      'fail responder: The identity provider answered with Responder > Success: the identity provider could not or would not sign the user in.',
    );
  });
});
