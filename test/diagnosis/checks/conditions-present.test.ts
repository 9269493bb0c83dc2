import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'conditions-present';

describe(id, () => {
  it('right: there', async () => {
    expect(await says(id)).toBe('pass: The assertion has Conditions.');
  });

  it('absent: none', async () => {
    expect(await says(id, edit(/<Conditions .*<\/Conditions>/, ''))).toBe(
      'fail missing: The assertion has no Conditions: it says neither how long nor for whom it holds.',
    );
  });

  it('twice: two are judged elsewhere', async () => {
    expect(await says(id, edit(/<Conditions .*<\/Conditions>/, '$&$&'))).toBe('pass: The assertion has Conditions.');
  });

  it('wrong: in another namespace it is none', async () => {
    expect(await says(id, edit('<Conditions ', '<Conditions xmlns="urn:x" '))).toBe(
      'fail missing: The assertion has no Conditions: it says neither how long nor for whom it holds.',
    );
  });
});
