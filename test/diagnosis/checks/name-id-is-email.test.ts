import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'name-id-is-email';

describe(id, () => {
  it('right: the mail address', async () => {
    expect(await says(id)).toBe('pass: B.Simon@contoso.com is an e-mail address.');
  });

  it('right: a user principal name the directory knows', async () => {
    expect(
      await says(id, edit(/(<NameID[^>]*>)[^<]*/, '$1bsimon@contoso.onmicrosoft.com'), {
        directory: {
          match: { email: 'bsimon@contoso.onmicrosoft.com' },
          domains: ['contoso.onmicrosoft.com'],
          addressCount: 1,
        },
      }),
    ).toBe('pass: bsimon@contoso.onmicrosoft.com is an e-mail address.');
  });

  it('wrong: a user principal name that is not the mail address', async () => {
    expect(await says(id, edit(/(<NameID[^>]*>)[^<]*/, '$1bsimon@contoso.onmicrosoft.com'))).toBe(
      "fail upn-not-mail: NameID is bsimon@contoso.onmicrosoft.com, the user principal name, but the user's mail address is B.Simon@contoso.com; Mimecast looks for the mail address.",
    );
  });

  it('wrong: a guest', async () => {
    expect(await says(id, edit(/(<NameID[^>]*>)[^<]*/, '$1b.simon_fabrikam.com#EXT#@contoso.onmicrosoft.com'))).toBe(
      'fail guest: NameID is b.simon_fabrikam.com#EXT#@contoso.onmicrosoft.com, the user principal name of a guest; Mimecast looks for an e-mail address (the mail claim says B.Simon@contoso.com).',
    );
  });

  it('wrong: an opaque persistent value', async () => {
    expect(
      await says(
        id,
        edit(
          /<NameID[^>]*>[^<]*/,
          '<NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">xJxdqS8W2UXawbZZqpGFXKG4uEmO5GjijKD2RkMipBo',
        ),
      ),
    ).toBe(
      'fail opaque: NameID is xJxdqS8W2UXawbZZqpGFXKG4uEmO5GjijKD2RkMipBo, an opaque value made for this application; Mimecast looks for an e-mail address.',
    );
  });

  it('wrong: white space around the address', async () => {
    expect(await says(id, edit(/(<NameID[^>]*>)[^<]*/, '$1B.Simon@contoso.com&#xA0;'))).toBe(
      'fail white-space: NameID is B.Simon@contoso.com⍽: an e-mail address with white space or invisible characters in or around it.',
    );
  });

  it('wrong: no address at all', async () => {
    expect(await says(id, edit(/(<NameID[^>]*>)[^<]*/, '$1B. Simon'))).toBe(
      'fail not-an-address: NameID is B. Simon, which is not an e-mail address; Mimecast looks for one.',
    );
  });

  it('right: without a mail claim the address stands for itself', async () => {
    expect(await says(id, edit(/<Attribute Name="[^"]*emailaddress">.*?<\/Attribute>/, ''))).toBe(
      'pass: B.Simon@contoso.com is an e-mail address.',
    );
  });

  it('not demanded by a generic service provider', async () => {
    expect(
      await says(id, edit(/(<NameID[^>]*>)[^<]*/, '$1B. Simon'), { serviceProvider: { nameIdMustBeEmail: false } }),
    ).toBe('not-applicable: This service provider does not demand an e-mail address.');
  });

  it('absent: no NameID', async () => {
    expect(await says(id, edit(/<NameID.*<\/NameID>/, ''))).toBe(
      'not-applicable: There is no NameID: see name-id-present.',
    );
  });

  it('twice: the first one is judged', async () => {
    expect(await says(id, edit('<NameID', '<NameID>B. Simon</NameID><NameID'))).toBe(
      'fail not-an-address: NameID is B. Simon, which is not an e-mail address; Mimecast looks for one.',
    );
  });
});
