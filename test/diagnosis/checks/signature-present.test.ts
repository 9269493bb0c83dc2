import { describe, expect, it } from '@jest/globals';
import { says } from '../judged.js';

const id = 'signature-present';

describe(id, () => {
  it('right: the assertion', async () => {
    expect(await says(id)).toBe('pass: Signed: Assertion.');
  });

  it('right: the response', async () => {
    expect(await says(id, { sign: 'response' })).toBe('pass: Signed: Response.');
  });

  it('twice: both', async () => {
    expect(await says(id, { sign: 'both' })).toBe('pass: Signed: Response and Assertion.');
  });

  it('absent: none', async () => {
    expect(await says(id, { sign: 'none' })).toBe(
      'fail none: Neither the Response nor the Assertion is signed: nothing says who made this message.',
    );
  });

  it('wrong: moved to where it does not count', async () => {
    expect(
      await says(id, {
        after: (xml) => {
          const [signature = ''] = /<Signature .*<\/Signature>/.exec(xml) ?? [];
          return xml
            .replace(signature, '')
            .replace('<samlp:Status>', `<samlp:Extensions>${signature}</samlp:Extensions><samlp:Status>`);
        },
      }),
    ).toBe(
      'fail elsewhere: Neither the Response nor the Assertion is signed; the only signature stands somewhere else.',
    );
  });

  it('absent: without an assertion nothing needs one', async () => {
    expect(await says(id, { plan: (plan) => ({ ...plan, assertions: [] }), sign: 'none' })).toBe(
      'blocked: Could not be checked without a readable assertion.',
    );
  });
});
