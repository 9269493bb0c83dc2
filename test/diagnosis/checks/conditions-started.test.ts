import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'conditions-started';

describe(id, () => {
  it('right: five minutes ago', async () => {
    expect(await says(id)).toBe('pass: The assertion is already valid.');
  });

  it('wrong: this clock is slow', async () => {
    expect(await says(id, {}, { at: new Date('2026-03-02T09:05:00Z') })).toBe(
      "fail clock: The assertion is not valid before 2026-03-02T09:09:59.889Z, and it is 2026-03-02T09:05:00Z here: 5 min too early (no clock skew allowed). Entra dates NotBefore 5 minutes back, so this clock is likely slow (or the sender's fast): the clocks are 10 min apart at least; a clock skew of 300 s would have let it pass.",
    );
  });

  it('right: early, but within the clock skew', async () => {
    expect(await says(id, {}, { at: new Date('2026-03-02T09:08:00Z'), clockSkewMs: 180_000 })).toBe(
      'pass: The assertion is already valid.',
    );
  });

  it('wrong: early by a second more than the clock skew', async () => {
    expect(await says(id, {}, { at: new Date('2026-03-02T09:06:58Z'), clockSkewMs: 180_000 })).toBe(
      "fail clock: The assertion is not valid before 2026-03-02T09:09:59.889Z, and it is 2026-03-02T09:06:58Z here: 3 min 2 s too early (clock skew allowed: 3 min). Entra dates NotBefore 5 minutes back, so this clock is likely slow (or the sender's fast): the clocks are 8 min 2 s apart at least; a clock skew of 182 s would have let it pass.",
    );
  });

  it('wrong: the Date header shows that this clock is slow', async () => {
    expect(
      await says(id, {}, { at: new Date('2026-03-02T09:05:00Z'), httpDate: new Date('2026-03-02T09:15:01Z') }),
    ).toBe(
      'fail clock: The assertion is not valid before 2026-03-02T09:09:59.889Z, and it is 2026-03-02T09:05:00Z here: 5 min too early (no clock skew allowed). Entra dates NotBefore 5 minutes back, so this clock is slow: the clocks are 10 min apart at least; a clock skew of 300 s would have let it pass.',
    );
  });

  it('wrong: the Date header shows that the sender is fast', async () => {
    expect(
      await says(id, {}, { at: new Date('2026-03-02T09:05:00Z'), httpDate: new Date('2026-03-02T09:05:01Z') }),
    ).toBe(
      "fail clock: The assertion is not valid before 2026-03-02T09:09:59.889Z, and it is 2026-03-02T09:05:00Z here: 5 min too early (no clock skew allowed). Entra dates NotBefore 5 minutes back, so the sender's clock is fast: the clocks are 10 min apart at least; a clock skew of 300 s would have let it pass.",
    );
  });

  it('wrong: made to become valid later', async () => {
    expect(await says(id, edit(/(<Conditions NotBefore=")[^"]*/, '$12026-03-02T09:30:00Z'))).toBe(
      'fail postdated: The assertion is not valid before 2026-03-02T09:30:00Z, and it is 2026-03-02T09:15:05Z here: 14 min 55 s too early (no clock skew allowed). The message was issued before now, so this is not a matter of clocks: it was made to become valid later.',
    );
  });

  it('wrong: not a time', async () => {
    expect(await says(id, edit(/(<Conditions NotBefore=")[^"]*/, '$1banana'))).toBe(
      'fail not-a-time: NotBefore of Conditions is banana, which is not a date and time in UTC, so nobody can say whether it has come.',
    );
  });

  it('absent: no NotBefore', async () => {
    expect(await says(id, edit(/<Conditions NotBefore="[^"]*"/, '<Conditions'))).toBe(
      'pass: The assertion is already valid.',
    );
  });

  it('absent: no Conditions', async () => {
    expect(await says(id, edit(/<Conditions .*<\/Conditions>/, ''))).toBe(
      'not-applicable: There are no Conditions: see conditions-present.',
    );
  });

  it('twice: the later of two Conditions counts, too', async () => {
    expect(
      await says(id, edit(/<Conditions .*<\/Conditions>/, '$&<Conditions NotBefore="2026-03-02T09:30:00Z"/>')),
    ).toBe(
      'fail postdated: The assertion is not valid before 2026-03-02T09:30:00Z, and it is 2026-03-02T09:15:05Z here: 14 min 55 s too early (no clock skew allowed). The message was issued before now, so this is not a matter of clocks: it was made to become valid later.',
    );
  });
});
