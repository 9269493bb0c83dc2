import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'validity-not-excessive';

describe(id, () => {
  it('right: an hour', async () => {
    expect(await says(id)).toBe('pass: Valid for 1 h 5 min.');
  });

  it('wrong: until 2099', async () => {
    expect(await says(id, edit(/(<Conditions[^>]*NotOnOrAfter=")[^"]*/, '$12099-01-01T00:00:00Z'))).toBe(
      'warning long: The assertion is valid for 72 years 322 days, until 2099-01-01T00:00:00Z; an hour is usual.',
    );
  });

  it('wrong: issued a year ago, valid now for an hour', async () => {
    expect(await says(id, edit(/(<Assertion[^>]*IssueInstant=")2026/, '$12025'))).toBe(
      'fail too-old: The assertion was issued 1 year ago (2025-03-02T09:15:00Z), yet it says it is valid now, for only 1 h 5 min: it was not made for this login.',
    );
  });

  it('absent: no NotOnOrAfter', async () => {
    expect(await says(id, edit(/(<Conditions[^>]*) NotOnOrAfter="[^"]*"/, '$1'))).toBe(
      'not-applicable: The assertion names no end of its validity.',
    );
  });

  it('absent: neither NotBefore nor IssueInstant', async () => {
    const change = edit(/(<Conditions) NotBefore="[^"]*"/, '$1', /(<Assertion[^>]*) IssueInstant="[^"]*"/, '$1');
    expect(await says(id, change)).toBe('not-applicable: The assertion names no beginning of its validity.');
  });

  it('expired is judged elsewhere', async () => {
    expect(await says(id, {}, { at: new Date('2026-03-09T12:00:00Z') })).toBe(
      'not-applicable: The assertion has expired: see conditions-not-expired.',
    );
  });

  it('twice: the first Conditions counts', async () => {
    expect(
      await says(id, edit(/<Conditions .*<\/Conditions>/, '$&<Conditions NotOnOrAfter="2099-01-01T00:00:00Z"/>')),
    ).toBe('pass: Valid for 1 h 5 min.');
  });
});
