import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'subject-confirmation-in-time';

describe(id, () => {
  it('right: ahead', async () => {
    expect(await says(id)).toBe('pass: Until 2026-03-02T10:14:59.889Z.');
  });

  it('wrong: passed a moment ago', async () => {
    expect(await says(id, edit(/(<SubjectConfirmationData[^>]*NotOnOrAfter=")[^"]*/, '$12026-03-02T09:15:00Z'))).toBe(
      'fail expired: The assertion was to be presented before 2026-03-02T09:15:00Z, and it is 2026-03-02T09:15:05Z here: 5 s too late (no clock skew allowed). It was over before it was issued.',
    );
  });

  it('wrong: exactly now is too late', async () => {
    expect(
      await says(id, edit(/(<SubjectConfirmationData[^>]*NotOnOrAfter=")[^"]*/, '$12026-03-02T09:15:05.000Z')),
    ).toBe(
      'fail expired: The assertion was to be presented before 2026-03-02T09:15:05Z, and it is 2026-03-02T09:15:05Z here: exactly at the end, which is already too late (no clock skew allowed). It was issued 5 s ago: it came late, or one of the two clocks is wrong; a clock skew of 1 s would have let it pass.',
    );
  });

  it('right: passed, but within the clock skew', async () => {
    expect(
      await says(id, edit(/(<SubjectConfirmationData[^>]*NotOnOrAfter=")[^"]*/, '$12026-03-02T09:13:00Z'), {
        clockSkewMs: 180_000,
      }),
    ).toBe('pass: Until 2026-03-02T09:13:00Z.');
  });

  it('wrong: passed by exactly the clock skew', async () => {
    expect(
      await says(id, edit(/(<SubjectConfirmationData[^>]*NotOnOrAfter=")[^"]*/, '$12026-03-02T09:12:05Z'), {
        clockSkewMs: 180_000,
      }),
    ).toBe(
      'fail expired: The assertion was to be presented before 2026-03-02T09:12:05Z, and it is 2026-03-02T09:15:05Z here: 3 min too late (clock skew allowed: 3 min). It was over before it was issued.',
    );
  });

  it('wrong: passed long ago', async () => {
    expect(await says(id, {}, { at: new Date('2026-03-09T12:00:00Z'), clockSkewMs: 180_000 })).toBe(
      'fail expired: The assertion was to be presented before 2026-03-02T10:14:59.889Z, and it is 2026-03-09T12:00:00Z here: 7 days 1 h too late (clock skew allowed: 3 min). It was issued 7 days 2 h ago: it is an old message, not a matter of clocks.',
    );
  });

  it('absent: no NotOnOrAfter', async () => {
    expect(await says(id, edit(/(<SubjectConfirmationData[^>]*) NotOnOrAfter="[^"]*"/, '$1'))).toBe(
      'fail missing: SubjectConfirmationData has no NotOnOrAfter: the assertion could be presented for ever.',
    );
  });

  it('wrong: not a time', async () => {
    expect(await says(id, edit(/(<SubjectConfirmationData[^>]*NotOnOrAfter=")[^"]*/, '$12099'))).toBe(
      'fail not-a-time: NotOnOrAfter of SubjectConfirmationData is 2099, which is not a date and time in UTC, so nobody can say whether it has come.',
    );
  });

  it('wrong: a NotBefore that has passed is only a remark', async () => {
    expect(
      await says(id, edit('<SubjectConfirmationData', '<SubjectConfirmationData NotBefore="2026-03-02T09:00:00Z"')),
    ).toBe(
      'warning not-before: SubjectConfirmationData has a NotBefore (2026-03-02T09:00:00Z), which web single sign-on forbids there.',
    );
  });

  it('wrong: a NotBefore that is ahead', async () => {
    expect(
      await says(id, edit('<SubjectConfirmationData', '<SubjectConfirmationData NotBefore="2026-03-02T09:30:00Z"')),
    ).toBe(
      'fail not-before: SubjectConfirmationData has a NotBefore (2026-03-02T09:30:00Z), which web single sign-on forbids there.',
    );
  });

  it('absent: no data', async () => {
    expect(await says(id, edit(/<SubjectConfirmationData[^>]*>/, ''))).toBe(
      'not-applicable: There is no bearer confirmation data to look at: see bearer-confirmation-present.',
    );
  });

  it('twice: of two confirmations the good one counts', async () => {
    expect(
      await says(
        id,
        edit(
          /<SubjectConfirmation .*<\/SubjectConfirmation>/,
          '<SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><SubjectConfirmationData NotOnOrAfter="2020-01-01T00:00:00Z"/></SubjectConfirmation>$&',
        ),
      ),
    ).toBe('pass: Until 2026-03-02T10:14:59.889Z.');
  });

  it('twice: two that are good in part do not make one', async () => {
    expect(
      await says(
        id,
        edit(
          /<SubjectConfirmation .*<\/SubjectConfirmation>/,
          '<SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><SubjectConfirmationData Recipient="https://eu-api.mimecast.com/login/saml" InResponseTo="_5a2f1c0e9b8d47c6a3f0" NotOnOrAfter="2020-01-01T00:00:00Z"/></SubjectConfirmation><SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><SubjectConfirmationData Recipient="https://evil.example/" InResponseTo="_x" NotOnOrAfter="2026-03-02T10:00:00Z"/></SubjectConfirmation>',
        ),
      ),
    ).toBe(
      'fail expired: The assertion was to be presented before 2020-01-01T00:00:00Z, and it is 2026-03-02T09:15:05Z here: 6 years 62 days too late (no clock skew allowed). It was over before it was issued.',
    );
  });
});
