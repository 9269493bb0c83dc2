import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'assertion-issuer-matches';

describe(id, () => {
  it('right: the configured identity provider', async () => {
    expect(await says(id)).toBe('pass: The assertion is from the identity provider that is configured.');
  });

  it('wrong: the slash at the end is missing', async () => {
    expect(
      await says(id, edit(/(<Issuer>)[^<]*/, '$1https://sts.windows.net/2c1b7a52-9f0e-4b6d-8a3c-5d4e6f708192')),
    ).toBe(
      'fail trailing-slash: The Assertion is from https://sts.windows.net/2c1b7a52-9f0e-4b6d-8a3c-5d4e6f708192, expected is https://sts.windows.net/2c1b7a52-9f0e-4b6d-8a3c-5d4e6f708192/: the slash at the end is missing.',
    );
  });

  it('wrong: another tenant', async () => {
    expect(
      await says(id, edit(/(<Issuer>)[^<]*/, '$1https://sts.windows.net/00000000-1111-2222-3333-444444444444/')),
    ).toBe(
      'fail other-tenant: The Assertion is from https://sts.windows.net/00000000-1111-2222-3333-444444444444/, expected is https://sts.windows.net/2c1b7a52-9f0e-4b6d-8a3c-5d4e6f708192/: that is another Entra tenant.',
    );
  });

  it('wrong: the login URL', async () => {
    expect(
      await says(
        id,
        edit(/(<Issuer>)[^<]*/, '$1https://login.microsoftonline.com/2c1b7a52-9f0e-4b6d-8a3c-5d4e6f708192/saml2'),
      ),
    ).toBe(
      "fail login-url: The Assertion is from https://login.microsoftonline.com/2c1b7a52-9f0e-4b6d-8a3c-5d4e6f708192/saml2, expected is https://sts.windows.net/2c1b7a52-9f0e-4b6d-8a3c-5d4e6f708192/: one of them is a login URL; Entra's entityID is https://sts.windows.net/<tenant>/.",
    );
  });

  it('wrong: upper case', async () => {
    expect(
      await says(id, edit(/(<Issuer>)[^<]*/, '$1https://sts.windows.net/2C1B7A52-9F0E-4B6D-8A3C-5D4E6F708192/')),
    ).toBe(
      'fail case: The Assertion is from https://sts.windows.net/2C1B7A52-9F0E-4B6D-8A3C-5D4E6F708192/, expected is https://sts.windows.net/2c1b7a52-9f0e-4b6d-8a3c-5d4e6f708192/: upper and lower case differ in the path.',
    );
  });

  it('wrong: white space', async () => {
    expect(
      await says(id, edit(/(<Issuer>)[^<]*/, '$1https://sts.windows.net/2c1b7a52-9f0e-4b6d-8a3c-5d4e6f708192/ ')),
    ).toBe(
      'fail white-space: The Assertion is from https://sts.windows.net/2c1b7a52-9f0e-4b6d-8a3c-5d4e6f708192/␠, expected is https://sts.windows.net/2c1b7a52-9f0e-4b6d-8a3c-5d4e6f708192/: it holds white space or invisible characters.',
    );
  });

  it('wrong: http', async () => {
    expect(
      await says(id, edit(/(<Issuer>)[^<]*/, '$1http://sts.windows.net/2c1b7a52-9f0e-4b6d-8a3c-5d4e6f708192/')),
    ).toBe(
      'fail scheme: The Assertion is from http://sts.windows.net/2c1b7a52-9f0e-4b6d-8a3c-5d4e6f708192/, expected is https://sts.windows.net/2c1b7a52-9f0e-4b6d-8a3c-5d4e6f708192/: it begins with http://, not https://.',
    );
  });

  it('wrong: somebody else', async () => {
    expect(await says(id, edit(/(<Issuer>)[^<]*/, '$1urn:evil'))).toBe(
      'fail different: The Assertion is from urn:evil, expected is https://sts.windows.net/2c1b7a52-9f0e-4b6d-8a3c-5d4e6f708192/: it is another value.',
    );
  });

  it('wrong: empty', async () => {
    expect(await says(id, edit(/(<Issuer>)[^<]*/, '$1'))).toBe('fail empty: The Issuer of the Assertion is empty.');
  });

  it('wrong: another Format', async () => {
    expect(
      await says(id, edit('<Issuer>', '<Issuer Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">')),
    ).toBe(
      'fail format: The Issuer of the Assertion has the Format urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress; an Issuer is an entityID.',
    );
  });

  it('right: the Format entity is allowed', async () => {
    expect(await says(id, edit('<Issuer>', '<Issuer Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity">'))).toBe(
      'pass: The assertion is from the identity provider that is configured.',
    );
  });

  it('the identity provider is not known', async () => {
    expect(await says(id, {}, { identityProvider: {} })).toBe(
      "not-applicable: The identity provider's entityID is not known: give its metadata (the message says https://sts.windows.net/2c1b7a52-9f0e-4b6d-8a3c-5d4e6f708192/).",
    );
  });

  it('absent: none', async () => {
    expect(await says(id, edit(/<Issuer>[^<]*<\/Issuer>/, ''))).toBe(
      'fail missing: The Assertion has no Issuer: it does not say who vouches for the user.',
    );
  });

  it('twice: the first one is judged', async () => {
    expect(await says(id, edit('<Issuer>', '<Issuer>urn:evil</Issuer><Issuer>'))).toBe(
      'fail different: The Assertion is from urn:evil, expected is https://sts.windows.net/2c1b7a52-9f0e-4b6d-8a3c-5d4e6f708192/: it is another value.',
    );
  });
});
