import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'authn-context-as-requested';

describe(id, () => {
  it('right: none was asked for', async () => {
    expect(await says(id)).toBe('not-applicable: No way of signing in was asked for, which is best.');
  });

  it('wrong: another than asked for', async () => {
    expect(
      await says(
        id,
        {},
        {
          correlation: {
            requestedAuthnContexts: ['urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport'],
          },
        },
      ),
    ).toBe(
      'warning not-as-requested: The request asked for PasswordProtectedTransport; the user signed in by Password.',
    );
  });

  it('right this time, but AADSTS75011 is ahead', async () => {
    expect(
      await says(
        id,
        {},
        {
          correlation: {
            requestedAuthnContexts: [
              'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
              'urn:oasis:names:tc:SAML:2.0:ac:classes:Password',
            ],
          },
        },
      ),
    ).toBe(
      'info aadsts75011-ahead: The request demands PasswordProtectedTransport or Password, and this user did sign in that way. A user who comes with Windows, a security key or a second factor gets AADSTS75011 instead.',
    );
  });

  it('absent: the assertion does not say', async () => {
    expect(
      await says(id, edit(/<AuthnContextClassRef>.*<\/AuthnContextClassRef>/, ''), {
        correlation: { requestedAuthnContexts: ['urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport'] },
      }),
    ).toBe(
      'warning missing: The request asked for PasswordProtectedTransport; the assertion does not say how the user signed in.',
    );
  });

  it('absent: no AuthnStatement', async () => {
    expect(
      await says(id, edit(/<AuthnStatement .*<\/AuthnStatement>/, ''), {
        correlation: { requestedAuthnContexts: ['urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport'] },
      }),
    ).toBe('not-applicable: There is no AuthnStatement: see authn-statement-present.');
  });

  it('twice: the first statement is judged', async () => {
    expect(
      await says(
        id,
        edit(
          /<AuthnStatement .*<\/AuthnStatement>/,
          '$&<AuthnStatement AuthnInstant="2026-03-02T09:14:00Z"><AuthnContext><AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</AuthnContextClassRef></AuthnContext></AuthnStatement>',
        ),
        {
          correlation: {
            requestedAuthnContexts: ['urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport'],
          },
        },
      ),
    ).toBe(
      'warning not-as-requested: The request asked for PasswordProtectedTransport; the user signed in by Password.',
    );
  });
});
