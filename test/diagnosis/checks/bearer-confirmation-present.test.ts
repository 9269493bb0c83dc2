import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'bearer-confirmation-present';

describe(id, () => {
  it('right: bearer with data', async () => {
    expect(await says(id)).toBe('pass: The bearer of the assertion is confirmed as its subject.');
  });

  it('absent: no SubjectConfirmation', async () => {
    expect(await says(id, edit(/<SubjectConfirmation .*<\/SubjectConfirmation>/, ''))).toBe(
      'fail none: The Subject has no SubjectConfirmation: nothing says who may present this assertion.',
    );
  });

  it('wrong: another method', async () => {
    expect(await says(id, edit('cm:bearer', 'cm:holder-of-key'))).toBe(
      'fail other-method: The Subject is confirmed by holder-of-key only; web single sign-on needs bearer.',
    );
  });

  it('wrong: no method', async () => {
    expect(await says(id, edit(/ Method="[^"]*"/, ''))).toBe(
      'fail no-method: The SubjectConfirmation names no Method; web single sign-on needs bearer.',
    );
  });

  it('absent: no data', async () => {
    expect(await says(id, edit(/<SubjectConfirmationData[^>]*>/, ''))).toBe(
      'fail no-data: The bearer SubjectConfirmation has no SubjectConfirmationData: it says neither where nor until when the assertion may be presented.',
    );
  });

  it('absent: no Subject', async () => {
    expect(await says(id, edit(/<Subject>.*<\/Subject>/, ''))).toBe(
      'not-applicable: There is no Subject: see subject-present.',
    );
  });

  it('twice: another method beside a bearer', async () => {
    expect(
      await says(
        id,
        edit(
          /<SubjectConfirmation .*<\/SubjectConfirmation>/,
          '<SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:sender-vouches"/>$&',
        ),
      ),
    ).toBe('pass: The bearer of the assertion is confirmed as its subject.');
  });
});
