import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'conditions-not-expired';

describe(id, () => {
  it('right: ahead', async () => {
    expect(await says(id)).toBe('pass: The assertion has not expired.');
  });

  it('wrong: expired a moment ago', async () => {
    expect(await says(id, edit(/(<Conditions[^>]*NotOnOrAfter=")[^"]*/, '$12026-03-02T09:15:00Z'))).toBe(
      'fail expired: The assertion expired at 2026-03-02T09:15:00Z, and it is 2026-03-02T09:15:05Z here: 5 s too late (no clock skew allowed). It was over before it was issued.',
    );
  });

  it('wrong: exactly now is too late', async () => {
    expect(await says(id, edit(/(<Conditions[^>]*NotOnOrAfter=")[^"]*/, '$12026-03-02T09:15:05Z'))).toBe(
      'fail expired: The assertion expired at 2026-03-02T09:15:05Z, and it is 2026-03-02T09:15:05Z here: exactly at the end, which is already too late (no clock skew allowed). It was issued 5 s ago: it came late, or one of the two clocks is wrong; a clock skew of 1 s would have let it pass.',
    );
  });

  it('right: expired, but within the clock skew', async () => {
    expect(
      await says(id, edit(/(<Conditions[^>]*NotOnOrAfter=")[^"]*/, '$12026-03-02T09:13:00Z'), { clockSkewMs: 180_000 }),
    ).toBe('pass: The assertion has not expired.');
  });

  it('wrong: expired by exactly the clock skew', async () => {
    expect(
      await says(id, edit(/(<Conditions[^>]*NotOnOrAfter=")[^"]*/, '$12026-03-02T09:12:05Z'), { clockSkewMs: 180_000 }),
    ).toBe(
      'fail expired: The assertion expired at 2026-03-02T09:12:05Z, and it is 2026-03-02T09:15:05Z here: 3 min too late (clock skew allowed: 3 min). It was over before it was issued.',
    );
  });

  it('wrong: expired long ago', async () => {
    expect(await says(id, {}, { at: new Date('2026-03-09T12:00:00Z'), clockSkewMs: 180_000 })).toBe(
      'fail expired: The assertion expired at 2026-03-02T10:14:59.889Z, and it is 2026-03-09T12:00:00Z here: 7 days 1 h too late (clock skew allowed: 3 min). It was issued 7 days 2 h ago: it is an old message, not a matter of clocks.',
    );
  });

  it('wrong: not a time', async () => {
    expect(await says(id, edit(/(<Conditions[^>]*NotOnOrAfter=")[^"]*/, '$12099'))).toBe(
      'fail not-a-time: NotOnOrAfter of Conditions is 2099, which is not a date and time in UTC, so nobody can say whether it has come.',
    );
  });

  it('wrong: without a zone', async () => {
    expect(await says(id, edit(/(<Conditions[^>]*NotOnOrAfter=")[^"]*/, '$12026-03-02T10:15:00'))).toBe(
      'fail not-a-time: NotOnOrAfter of Conditions is 2026-03-02T10:15:00, which is not a date and time in UTC, so nobody can say whether it has come.',
    );
  });

  it('absent: no NotOnOrAfter is only a remark', async () => {
    expect(await says(id, edit(/(<Conditions[^>]*) NotOnOrAfter="[^"]*"/, '$1'))).toBe(
      'warning missing: Conditions has no NotOnOrAfter: the assertion itself never expires, only its presentation by a bearer does.',
    );
  });

  it('absent: no Conditions', async () => {
    expect(await says(id, edit(/<Conditions .*<\/Conditions>/, ''))).toBe(
      'not-applicable: There are no Conditions: see conditions-present.',
    );
  });

  it('twice: the earlier end of two Conditions counts, too', async () => {
    expect(
      await says(id, edit(/<Conditions .*<\/Conditions>/, '$&<Conditions NotOnOrAfter="2026-03-02T09:00:00Z"/>')),
    ).toBe(
      'fail expired: The assertion expired at 2026-03-02T09:00:00Z, and it is 2026-03-02T09:15:05Z here: 15 min 5 s too late (no clock skew allowed). It was over before it was issued.',
    );
  });
});
