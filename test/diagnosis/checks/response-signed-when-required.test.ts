import { describe, expect, it } from '@jest/globals';
import { says } from '../judged.js';

const id = 'response-signed-when-required';

describe(id, () => {
  it('right: demanded and signed', async () => {
    expect(await says(id, { sign: 'both' }, { serviceProvider: { responseMustBeSigned: true } })).toBe(
      'pass: The Response is signed, if this service provider demands it.',
    );
  });

  it('not demanded', async () => {
    expect(await says(id, {})).toBe('not-applicable: This service provider does not demand a signed Response.');
  });

  it('wrong: only the assertion is signed', async () => {
    expect(await says(id, {}, { serviceProvider: { responseMustBeSigned: true } })).toBe(
      'fail assertion-only: The Response is not signed, and this service provider demands it; only the Assertion is.',
    );
  });

  it('absent: nothing is signed', async () => {
    expect(await says(id, { sign: 'none' }, { serviceProvider: { responseMustBeSigned: true } })).toBe(
      'fail none: The Response is not signed, and this service provider demands it.',
    );
  });

  it('twice: both are signed, both demanded', async () => {
    expect(
      await says(
        id,
        { sign: 'both' },
        { serviceProvider: { responseMustBeSigned: true, assertionMustBeSigned: true } },
      ),
    ).toBe('pass: The Response is signed, if this service provider demands it.');
  });
});
