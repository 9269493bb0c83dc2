import { describe, expect, it } from '@jest/globals';
import { lastSegment } from '../../../src/diagnosis/show.js';
import { duration } from '../../../src/diagnosis/time-words.js';
import { partedTexts } from '../../../src/http/views/difference.js';
import { ageInWords, instantInWords } from '../../../src/http/views/instant.js';

const at = (ms: number) => new Date(Date.UTC(2026, 2, 1) + ms);

describe('Times in words', () => {
  it.each([
    [0, 'just now'],
    [-400, 'just now'],
    [12_000, '12 s ago'],
    [3 * 60_000 + 20_000, '3 min ago'],
    [7_200_000, '2 h ago'],
    [86_400_000 * 40, '40 d ago'],
    [-90_000, 'in 2 min'],
  ])('%d ms later it is %s', (ms, words) => {
    expect(ageInWords(at(0), at(ms))).toBe(words);
  });

  it.each([
    [0, '0 s'],
    [300, '300 ms'],
    [42_000, '42 s'],
    [300_000, '5 min'],
    [3_900_000, '1 h 5 min'],
    [-90_061_000, '1 day 1 h'],
  ])('%d ms last %s', (ms, words) => {
    expect(duration(ms)).toBe(words);
  });

  it('an instant that is none stays as the message has it', () => {
    expect(instantInWords('soon')).toBe('soon');
    expect(instantInWords('2026-03-01T12:00:03.9Z')).toBe('2026-03-01 12:00:03 UTC');
  });
});

describe('Names in short', () => {
  it.each([
    ['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname', 'givenname'],
    ['http://www.w3.org/2001/10/xml-exc-c14n#', 'xml-exc-c14n'],
    ['urn:oasis:names:tc:SAML:2.0:nameid-format:persistent', 'persistent'],
    ['plain', 'plain'],
    ['///', '///'],
  ])('%s is called %s', (uri, name) => {
    expect(lastSegment(uri)).toBe(name);
  });
});

describe('Two texts', () => {
  it.each([
    ['https://eu-api/', 'https://us-api/', 'eu', 'us'],
    ['http://x/', 'http://x', '/', ''],
    ['same', 'same', '', ''],
    ['', 'all', '', 'all'],
    ['aa', 'a', 'a', ''],
  ])('%j and %j differ in %j and %j', (expected, actual, left, right) => {
    const parted = partedTexts(expected, actual);
    expect(parted.map(({ differs }) => differs)).toEqual([left, right]);
    expect(parted.map(({ before, differs, after }) => before + differs + after)).toEqual([expected, actual]);
  });
});
