import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'authn-statement-present';

describe(id, () => {
  it('right: there', async () => {
    expect(await says(id)).toBe('pass: The assertion says that the user signed in.');
  });

  it('absent: none', async () => {
    expect(await says(id, edit(/<AuthnStatement .*<\/AuthnStatement>/, ''))).toBe(
      'fail missing: The assertion has no AuthnStatement: it does not say that anybody signed in.',
    );
  });

  it('twice: two are allowed', async () => {
    expect(await says(id, edit(/<AuthnStatement .*<\/AuthnStatement>/, '$&$&'))).toBe(
      'pass: The assertion says that the user signed in.',
    );
  });

  it('wrong: escaped text is none', async () => {
    expect(await says(id, edit(/<AuthnStatement .*<\/AuthnStatement>/, '&lt;AuthnStatement/&gt;'))).toBe(
      'fail missing: The assertion has no AuthnStatement: it does not say that anybody signed in.',
    );
  });
});
