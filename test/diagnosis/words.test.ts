import { describe, expect, it } from '@jest/globals';
import { lastSegment, listed, show, visible } from '../../src/diagnosis/show.js';
import { explainStatus } from '../../src/diagnosis/status-words.js';
import { duration, skewNeeded, utc } from '../../src/diagnosis/time-words.js';

describe('Values as text', () => {
  it.each([
    ['a b', 'a b'],
    [' a ', '␠a␠'],
    ['a\tb\r\n', 'a⇥b␍␤'],
    ['a\u00a0', 'a⍽'],
    ['a\u200bb', 'a<U+200B>b'],
    ['abc\u202edef', 'abc<U+202E>def'],
    ['\u001b[31mred', '<U+001B>[31mred'],
    ['Zoë 😀', 'Zoë 😀'],
  ])('%j is shown as %s', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('are cut when nobody would read them', () => {
    expect(show('x'.repeat(1000), 10)).toBe('xxxxxxxxxx… (1000 characters)');
    expect(show('')).toBe('(empty)');
  });

  it('are listed as people list', () => {
    expect(listed(['a'])).toBe('a');
    expect(listed(['a', 'b', 'c'], 'or')).toBe('a, b or c');
    expect(lastSegment('http://x/y#rsa-sha1')).toBe('rsa-sha1');
  });
});

describe('Durations', () => {
  it.each([
    [5, '5 ms'],
    [59_600, '1 min'],
    [252_000, '4 min 12 s'],
    [3_600_000, '1 h'],
    [97 * 3_600_000, '4 days 1 h'],
    [366 * 86_400_000, '1 year 1 day'],
    [-5000, '5 s'],
  ])('%i ms are %s', (ms, words) => {
    expect(duration(ms)).toBe(words);
  });

  it('skew is never rounded down, instants are in UTC', () => {
    expect(skewNeeded(1001)).toBe('2 s');
    expect(utc(0)).toBe('1970-01-01T00:00:00Z');
  });
});

describe('A status', () => {
  it('is explained by its URI or its last word', () => {
    expect(explainStatus('urn:oasis:names:tc:SAML:2.0:status:NoPassive')).toBe(explainStatus('NoPassive'));
    expect(explainStatus('NoPassive')).toMatch(/^NoPassive {2}urn:.*\n\nMeans {3}the user would have to be asked/);
    expect(explainStatus('urn:example:other')).toBeUndefined();
  });
});
