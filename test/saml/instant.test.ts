/** Instants as SAML writes them: dateTimes in UTC, and nothing a lenient date parser would also take. */
import { describe, expect, it } from '@jest/globals';
import { readInstant } from '../../src/saml/instant.js';

describe('An instant', () => {
  it.each([
    ['2026-03-02T09:15:05Z', Date.UTC(2026, 2, 2, 9, 15, 5)],
    ['2026-03-02T09:15:05.1Z', Date.UTC(2026, 2, 2, 9, 15, 5, 100)],
    ['2026-03-02T09:15:05.1239999999Z', Date.UTC(2026, 2, 2, 9, 15, 5, 123)],
    ['2026-03-02T09:15:05+00:00', Date.UTC(2026, 2, 2, 9, 15, 5)],
    ['2024-02-29T24:00:00Z', Date.UTC(2024, 2, 1)],
  ])('%s is read', (text, ms) => {
    expect(readInstant(text)).toEqual({ text, ms });
  });

  it.each([
    ['a time without zone', '2026-03-02T09:15:05'],
    ['a time in another zone', '2026-03-02T10:15:05+01:00'],
    ['a year', '2099'],
    ['a date', '2026-03-02'],
    ['a date in English', 'Mar 1 2099'],
    ['a word', 'banana'],
    ['nothing', ''],
    ['white space around it', ' 2026-03-02T09:15:05Z'],
    ['a day that February lacks', '2026-02-29T00:00:00Z'],
    ['a thirteenth month', '2026-13-01T00:00:00Z'],
    ['a day of zero', '2026-01-00T00:00:00Z'],
    ['a sixty-first second', '2026-01-01T00:00:60Z'],
    ['a time after midnight of the day', '2026-01-01T24:00:01Z'],
    ['a small z', '2026-01-01T00:00:00z'],
    ['a year of five digits', '12026-01-01T00:00:00Z'],
  ])('%s is kept as text only', (_what, text) => {
    expect(readInstant(text)).toEqual({ text });
  });
});
