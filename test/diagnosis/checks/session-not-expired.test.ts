import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'session-not-expired';

describe(id, () => {
  it('absent: Entra sets no end', async () => {
    expect(await says(id)).toBe('not-applicable: The assertion sets no end of the session.');
  });

  it('right: ahead', async () => {
    expect(
      await says(id, edit('<AuthnStatement ', '<AuthnStatement SessionNotOnOrAfter="2026-03-02T17:00:00Z" ')),
    ).toBe('pass: The session at the identity provider has not ended.');
  });

  it('wrong: passed', async () => {
    expect(
      await says(id, edit('<AuthnStatement ', '<AuthnStatement SessionNotOnOrAfter="2026-03-02T09:00:00Z" ')),
    ).toBe(
      'fail expired: The session of the user ended at 2026-03-02T09:00:00Z, 15 min 5 s ago (no clock skew allowed).',
    );
  });

  it('right: passed, but within the clock skew', async () => {
    expect(
      await says(id, edit('<AuthnStatement ', '<AuthnStatement SessionNotOnOrAfter="2026-03-02T09:14:00Z" '), {
        clockSkewMs: 180_000,
      }),
    ).toBe('pass: The session at the identity provider has not ended.');
  });

  it('wrong: not a time', async () => {
    expect(await says(id, edit('<AuthnStatement ', '<AuthnStatement SessionNotOnOrAfter="soon" '))).toBe(
      'fail not-a-time: SessionNotOnOrAfter is soon, which is not a date and time in UTC, so nobody can say whether it has come.',
    );
  });

  it('twice: one of two sessions has ended', async () => {
    expect(
      await says(
        id,
        edit(
          /<AuthnStatement .*<\/AuthnStatement>/,
          '$&<AuthnStatement AuthnInstant="2026-03-02T09:00:00Z" SessionNotOnOrAfter="2026-03-02T09:10:00Z"><AuthnContext/></AuthnStatement>',
        ),
      ),
    ).toBe(
      'fail expired: The session of the user ended at 2026-03-02T09:10:00Z, 5 min 5 s ago (no clock skew allowed).',
    );
  });
});
