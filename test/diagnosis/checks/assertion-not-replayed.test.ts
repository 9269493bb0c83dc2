import { describe, expect, it } from '@jest/globals';
import { says } from '../judged.js';

const id = 'assertion-not-replayed';

describe(id, () => {
  it('right: never seen before', async () => {
    expect(await says(id, {}, { replay: {} })).toBe('pass: The assertion was not used before.');
  });

  it('twice: seen before', async () => {
    expect(
      await says(id, {}, { replay: { firstAcceptedAt: new Date('2026-03-02T09:14:00Z'), firstLoginId: 'l-17' } }),
    ).toBe(
      'fail replayed: The assertion _94cf0dfe-92d7-41f7-a1bf-6b0867668f00 was already used 1 min 5 s ago (login l-17): this is a second post of it.',
    );
  });

  it('wrong: seen before, nobody knows in which login', async () => {
    expect(await says(id, {}, { replay: { firstAcceptedAt: new Date('2026-03-02T09:14:00Z') } })).toBe(
      'fail replayed: The assertion _94cf0dfe-92d7-41f7-a1bf-6b0867668f00 was already used 1 min 5 s ago: this is a second post of it.',
    );
  });

  it('absent: nobody remembers offline', async () => {
    expect(await says(id, {})).toBe(
      'not-applicable: Only a running service provider remembers which assertions it has accepted.',
    );
  });
});
