/** A login in a snapshot is what somebody decided, and nothing that changes by itself. */
import { describe, expect, it } from '@jest/globals';
import '../../src/testing/jest.js';
import { loginSerializer } from '../../src/testing/login-serializer.js';
import { good, harness } from './three-logins.js';

describe('A snapshot', () => {
  it('holds what somebody decided: no id, instant, signature, key or port', async () => {
    const again = await harness.signIn();
    expect(good).toMatchInlineSnapshot(`
{
  "flow": "sp-initiated",
  "accepted": true,
  "rootCause": null,
  "nameId": "B.Simon@contoso.com",
  "nameIdFormat": "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
  "audiences": [
    "http://localhost:<port>/sso/C46A75"
  ],
  "destination": "http://localhost:<port>/login/saml",
  "issuer": "https://sts.windows.net/a1632252-cbc1-4a31-8ead-d140257129f2/",
  "claims": {
    "http://schemas.microsoft.com/identity/claims/tenantid": [
      "a1632252-cbc1-4a31-8ead-d140257129f2"
    ],
    "http://schemas.microsoft.com/identity/claims/objectidentifier": [
      "c304696f-21f8-4272-8f90-f25e3a84adf6"
    ],
    "http://schemas.microsoft.com/identity/claims/displayname": [
      "B. Simon"
    ],
    "http://schemas.microsoft.com/identity/claims/identityprovider": [
      "https://sts.windows.net/a1632252-cbc1-4a31-8ead-d140257129f2/"
    ],
    "http://schemas.microsoft.com/claims/authnmethodsreferences": [
      "http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod/password"
    ],
    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname": [
      "B."
    ],
    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname": [
      "Simon"
    ],
    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress": [
      "B.Simon@contoso.com"
    ],
    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name": [
      "B.Simon@contoso.com"
    ]
  },
  "failed": []
}
`);
    expect(again).not.toEqual(good);
    expect(loginSerializer.print(again)).toBe(loginSerializer.print(good));
  });
});
