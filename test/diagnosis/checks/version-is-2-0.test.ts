import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'version-is-2-0';

describe(id, () => {
  it('right: 2.0 on both', async () => {
    expect(await says(id)).toBe('pass: Response and Assertion say Version 2.0.');
  });

  it('wrong: the Response says 1.1', async () => {
    expect(await says(id, edit('Version="2.0"', 'Version="1.1"'))).toBe(
      'fail other: The Response says it is version 1.1; only 2.0 is understood.',
    );
  });

  it('wrong: the Assertion says 2.1', async () => {
    expect(await says(id, edit(/(<Assertion[^>]*)Version="2.0"/, '$1Version="2.1"'))).toBe(
      'fail other: The Assertion says it is version 2.1; only 2.0 is understood.',
    );
  });

  it('absent: the Response has none', async () => {
    expect(await says(id, edit(' Version="2.0"', ''))).toBe('fail missing: The Response has no Version.');
  });

  it('absent: the Assertion has none', async () => {
    expect(await says(id, edit(/(<Assertion[^>]*) Version="2.0"/, '$1'))).toBe(
      'fail missing: The Assertion has no Version.',
    );
  });

  it('twice: both are wrong, the Response is named first', async () => {
    expect(await says(id, edit(/Version="2.0"/g, 'Version="3"'))).toBe(
      'fail other: The Response says it is version 3; only 2.0 is understood.',
    );
  });
});
