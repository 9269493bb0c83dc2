import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'audience-present';

describe(id, () => {
  it('right: one', async () => {
    expect(await says(id)).toBe('pass: The assertion says for whom it is.');
  });

  it('absent: no AudienceRestriction', async () => {
    expect(await says(id, edit(/<AudienceRestriction>.*<\/AudienceRestriction>/, ''))).toBe(
      'fail missing: Conditions holds no AudienceRestriction: the assertion does not say for which service provider it is.',
    );
  });

  it('absent: and none is demanded', async () => {
    expect(
      await says(id, edit(/<AudienceRestriction>.*<\/AudienceRestriction>/, ''), {
        serviceProvider: { audienceOptional: true },
      }),
    ).toBe('not-applicable: There is none, and this service provider does not demand one.');
  });

  it('wrong: an AudienceRestriction without Audience', async () => {
    expect(await says(id, edit(/<Audience>.*<\/Audience>/, ''))).toBe(
      'fail empty: An AudienceRestriction holds no Audience, so it allows nobody.',
    );
  });

  it('absent: no Conditions at all', async () => {
    expect(await says(id, edit(/<Conditions .*<\/Conditions>/, ''))).toBe(
      'not-applicable: There are no Conditions: see conditions-present.',
    );
  });

  it('twice: two of them', async () => {
    expect(await says(id, edit(/<AudienceRestriction>.*<\/AudienceRestriction>/, '$&$&'))).toBe(
      'pass: The assertion says for whom it is.',
    );
  });
});
