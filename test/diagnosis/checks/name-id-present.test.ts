import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'name-id-present';

describe(id, () => {
  it('right: one', async () => {
    expect(await says(id)).toBe('pass: The user is B.Simon@contoso.com.');
  });

  it('absent: none', async () => {
    expect(await says(id, edit(/<NameID.*<\/NameID>/, ''))).toBe(
      'fail missing: The Subject has no NameID: nobody can say who signed in.',
    );
  });

  it('absent: no Subject', async () => {
    expect(await says(id, edit(/<Subject>.*<\/Subject>/, ''))).toBe(
      'not-applicable: There is no Subject: see subject-present.',
    );
  });

  it('absent: an attribute named nameID is none', async () => {
    expect(
      await says(
        id,
        edit(
          /<NameID.*<\/NameID>/,
          '',
          '<AttributeStatement>',
          '<AttributeStatement><Attribute Name="nameID"><AttributeValue>admin@contoso.com</AttributeValue></Attribute>',
        ),
      ),
    ).toBe('fail missing: The Subject has no NameID: nobody can say who signed in.');
  });

  it('wrong: empty', async () => {
    expect(await says(id, edit(/(<NameID[^>]*>)[^<]*/, '$1 '))).toBe(
      'fail empty: The NameID is empty: nobody can say who signed in.',
    );
  });

  it('twice: two', async () => {
    expect(await says(id, edit(/<NameID.*<\/NameID>/, '$&<NameID>admin@contoso.com</NameID>'))).toBe(
      'fail several: The Subject holds 2 NameIDs; nobody can say which one is the user.',
    );
  });

  it('wrong: an element inside', async () => {
    expect(await says(id, edit(/(<NameID[^>]*>)/, '$1<b>admin</b>'))).toBe(
      'fail not-text: The NameID holds an element (b); programs read different users out of it.',
    );
  });

  it('wrong: encrypted, and an address is demanded', async () => {
    expect(await says(id, edit(/<NameID.*<\/NameID>/, '<EncryptedID/>'))).toBe(
      'fail encrypted: The NameID is encrypted (EncryptedID), which is not read here.',
    );
  });

  it('wrong: encrypted is only a remark where no address is demanded', async () => {
    expect(
      await says(id, edit(/<NameID.*<\/NameID>/, '<EncryptedID/>'), { serviceProvider: { nameIdMustBeEmail: false } }),
    ).toBe('warning encrypted: The NameID is encrypted (EncryptedID), which is not read here.');
  });
});
