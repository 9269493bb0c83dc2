import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'clock-agrees';

describe(id, () => {
  it('right: issued seconds before', async () => {
    expect(await says(id)).toBe('pass: Issued 5 s before its arrival.');
  });

  it('wrong: a little in the future', async () => {
    expect(await says(id, {}, { at: new Date('2026-03-02T09:13:00Z') })).toBe(
      "warning from-the-future: The message was issued at 2026-03-02T09:15:00.003Z, which is 2 min in the future (no clock skew allowed): this clock is slow or the sender's is fast.",
    );
  });

  it('right: a little in the future, within the clock skew', async () => {
    expect(await says(id, {}, { at: new Date('2026-03-02T09:13:00Z'), clockSkewMs: 180_000 })).toBe(
      'pass: Issued 2 min ahead of its arrival.',
    );
  });

  it('wrong: a day in the future is an error', async () => {
    expect(await says(id, {}, { at: new Date('2026-03-01T09:15:00Z') })).toBe(
      "fail far-future: The message was issued at 2026-03-02T09:15:00.003Z, which is 1 day in the future (no clock skew allowed): this clock is slow or the sender's is fast.",
    );
  });

  it('wrong: it came late', async () => {
    expect(await says(id, {}, { at: new Date('2026-03-02T09:45:00Z') })).toBe(
      'warning late: The message came 30 min after it was issued (2026-03-02T09:15:00.003Z): it was delivered late, or this clock is fast.',
    );
  });

  it('right: the Date header agrees', async () => {
    expect(await says(id, {}, { httpDate: new Date('2026-03-02T09:15:05Z') })).toBe(
      "pass: Issued 5 s before its arrival. The sender's Date header agrees with this clock.",
    );
  });

  it('wrong: the Date header is ahead as well', async () => {
    expect(
      await says(id, {}, { at: new Date('2026-03-02T09:13:00Z'), httpDate: new Date('2026-03-02T09:15:00Z') }),
    ).toBe(
      "warning from-the-future: The message was issued at 2026-03-02T09:15:00.003Z, which is 2 min in the future (no clock skew allowed): this clock is slow or the sender's is fast. The sender's Date header is 2 min ahead of this clock.",
    );
  });

  it('absent: no IssueInstant that can be read', async () => {
    expect(await says(id, edit(/ IssueInstant="[^"]*"/g, ''))).toBe('not-applicable: No IssueInstant can be read.');
  });

  it('twice: the later of both IssueInstants counts', async () => {
    expect(await says(id, edit(/(<Assertion[^>]*IssueInstant=")2026-03-02T09:15/, '$12026-03-02T09:18'))).toBe(
      "warning from-the-future: The message was issued at 2026-03-02T09:18:00Z, which is 2 min 55 s in the future (no clock skew allowed): this clock is slow or the sender's is fast.",
    );
  });
});
