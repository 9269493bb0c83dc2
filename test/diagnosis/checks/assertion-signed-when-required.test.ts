import { describe, expect, it } from '@jest/globals';
import { says } from '../judged.js';

const id = 'assertion-signed-when-required';

describe(id, () => {
  it('right: demanded and signed', async () => {
    expect(await says(id, {}, { serviceProvider: { assertionMustBeSigned: true } })).toBe(
      'pass: The Assertion is signed, if this service provider demands it.',
    );
  });

  it('not demanded', async () => {
    expect(await says(id, {})).toBe(
      'not-applicable: This service provider does not demand a signature on the Assertion itself.',
    );
  });

  it('wrong: only the response is signed', async () => {
    expect(await says(id, { sign: 'response' }, { serviceProvider: { assertionMustBeSigned: true } })).toBe(
      'fail response-only: The Assertion is not signed, and this service provider demands it; only the Response is.',
    );
  });

  it('absent: nothing is signed', async () => {
    expect(await says(id, { sign: 'none' }, { serviceProvider: { assertionMustBeSigned: true } })).toBe(
      'fail none: The Assertion is not signed, and this service provider demands it.',
    );
  });

  it('twice: both are signed, both demanded', async () => {
    expect(
      await says(
        id,
        { sign: 'both' },
        { serviceProvider: { responseMustBeSigned: true, assertionMustBeSigned: true } },
      ),
    ).toBe('pass: The Assertion is signed, if this service provider demands it.');
  });
});
