import { describe, expect, it } from '@jest/globals';
import { edit, findingOf, says } from '../judged.js';

const id = 'conditions-understood';

describe(id, () => {
  it('right: an AudienceRestriction', async () => {
    expect(await says(id)).toBe('pass: Every condition is understood and makes sense.');
  });

  it('right: OneTimeUse and ProxyRestriction are kept', async () => {
    expect(
      await says(
        id,
        edit('</AudienceRestriction>', '</AudienceRestriction><OneTimeUse/><ProxyRestriction Count="0"/>'),
      ),
    ).toBe(
      'pass: Understood: OneTimeUse (kept: no assertion is taken twice), ProxyRestriction (kept: nothing is passed on).',
    );
  });

  it('wrong: an unknown condition', async () => {
    expect(
      await says(id, edit('</AudienceRestriction>', '</AudienceRestriction><x:OnlyOnMondays xmlns:x="urn:x"/>')),
    ).toBe(
      'fail unknown: Conditions holds OnlyOnMondays, which is not understood here; the assertion must then not be relied on.',
    );
  });

  it('wrong: it ends before it begins', async () => {
    expect(await says(id, edit(/(<Conditions[^>]*NotOnOrAfter=")[^"]*/, '$12026-03-02T09:00:00Z'))).toBe(
      'fail inverted: The assertion ends (2026-03-02T09:00:00Z) before it begins (2026-03-02T09:09:59.889Z): it is never valid.',
    );
  });

  it('twice: two Conditions', async () => {
    const twice = edit(/<Conditions .*<\/Conditions>/, '$&$&');
    expect(await says(id, twice)).toBe('fail several: The assertion has 2 Conditions elements; one is allowed.');
    expect((await findingOf(id, twice)).actual).toBe('2 Conditions');
  });

  it('absent: no Conditions', async () => {
    expect(await says(id, edit(/<Conditions .*<\/Conditions>/, ''))).toBe(
      'not-applicable: There are no Conditions: see conditions-present.',
    );
  });
});
