import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'name-id-format-expected';

describe(id, () => {
  it('right: as asked for', async () => {
    expect(
      await says(
        id,
        {},
        { correlation: { requestedNameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress' } },
      ),
    ).toBe('pass: NameID has the format that was asked for.');
  });

  it('none was asked for', async () => {
    expect(await says(id, {})).toBe('not-applicable: No particular format was asked for.');
  });

  it('wrong: another than asked for', async () => {
    expect(
      await says(
        id,
        {},
        { correlation: { requestedNameIdFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent' } },
      ),
    ).toBe('warning not-as-requested: NameID has the format emailAddress; the request asked for persistent.');
  });

  it('wrong: another than preferred', async () => {
    expect(
      await says(id, {}, { serviceProvider: { nameIdFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent' } }),
    ).toBe('warning not-preferred: NameID has the format emailAddress; this service provider prefers persistent.');
  });

  it('absent: no Format means unspecified', async () => {
    expect(
      await says(id, edit(/ Format="[^"]*"/, ''), {
        serviceProvider: { nameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress' },
      }),
    ).toBe('warning not-preferred: NameID has the format unspecified; this service provider prefers emailAddress.');
  });

  it('wrong: made for another service provider', async () => {
    expect(await says(id, edit('<NameID', '<NameID SPNameQualifier="urn:other"'))).toBe(
      'warning other-service-provider: The NameID was made for another service provider: SPNameQualifier is urn:other, not https://eu-api.mimecast.com/sso/C46A75.',
    );
  });

  it('wrong: persistent and made for another service provider', async () => {
    expect(
      await says(
        id,
        edit(
          /<NameID Format="[^"]*"/,
          '<NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent" SPNameQualifier="urn:other"',
        ),
      ),
    ).toBe(
      'fail other-service-provider: The NameID was made for another service provider: SPNameQualifier is urn:other, not https://eu-api.mimecast.com/sso/C46A75.',
    );
  });

  it('absent: no NameID', async () => {
    expect(await says(id, edit(/<NameID.*<\/NameID>/, ''))).toBe('not-applicable: There is no NameID.');
  });

  it('twice: the first one is judged', async () => {
    expect(await says(id, edit('<NameID', '<NameID SPNameQualifier="urn:other">x</NameID><NameID'))).toBe(
      'warning other-service-provider: The NameID was made for another service provider: SPNameQualifier is urn:other, not https://eu-api.mimecast.com/sso/C46A75.',
    );
  });
});
