import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'subject-present';

describe(id, () => {
  it('right: one', async () => {
    expect(await says(id)).toBe('pass: The assertion has a Subject.');
  });

  it('absent: none', async () => {
    expect(await says(id, edit(/<Subject>.*<\/Subject>/, ''))).toBe(
      'fail missing: The assertion has no Subject: it does not say who signed in.',
    );
  });

  it("twice: two are the schema's business", async () => {
    expect(await says(id, edit(/<Subject>.*<\/Subject>/, '$&$&'))).toBe('pass: The assertion has a Subject.');
  });

  it('wrong: one in another namespace is none', async () => {
    expect(await says(id, edit('<Subject>', '<Subject xmlns="urn:x">'))).toBe(
      'fail missing: The assertion has no Subject: it does not say who signed in.',
    );
  });
});
