import { describe, expect, it } from '@jest/globals';
import { says } from '../judged.js';

const id = 'claims-satisfy-contract';

describe(id, () => {
  it('right: nothing is violated', async () => {
    expect(await says(id, {}, { contract: { name: 'mimecast.yaml', violations: [] } })).toBe(
      'pass: As mimecast.yaml demands.',
    );
  });

  it('wrong: one violation', async () => {
    expect(
      await says(
        id,
        {},
        {
          contract: {
            name: 'mimecast.yaml',
            violations: [{ path: 'claims.givenname', message: 'is missing', expected: 'a value', actual: 'none' }],
          },
        },
      ),
    ).toBe('fail violated: 1 violation of the contract mimecast.yaml: claims.givenname: is missing.');
  });

  it('twice: five violations, three are named', async () => {
    expect(
      await says(
        id,
        {},
        {
          contract: {
            name: 'mimecast.yaml',
            violations: [
              { path: 'claims.givenname', message: 'is missing', expected: 'a value', actual: 'none' },
              { path: 'claims.givenname', message: 'is missing', expected: 'a value', actual: 'none' },
              { path: 'claims.givenname', message: 'is missing', expected: 'a value', actual: 'none' },
              { path: 'claims.givenname', message: 'is missing', expected: 'a value', actual: 'none' },
              { path: 'claims.givenname', message: 'is missing', expected: 'a value', actual: 'none' },
            ],
          },
        },
      ),
    ).toBe(
      'fail violated: 5 violations of the contract mimecast.yaml: claims.givenname: is missing; claims.givenname: is missing; claims.givenname: is missing (and 2 more).',
    );
  });

  it('absent: no contract was given', async () => {
    expect(await says(id, {})).toBe('not-applicable: No claim contract was given.');
  });
});
