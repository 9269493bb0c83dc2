import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { difference } from '../../src/diagnosis/difference.js';
import { anyText } from '../any-text.js';

const AZURE = 'https://eu-api.mimecast.com/sso/C46A75';

const kinds = (expected: string, actual: string) => difference(expected, actual)?.kinds;

describe('What differs between two identifiers', () => {
  it('is nothing when they are equal', () => {
    expect(difference(AZURE, AZURE)).toBeUndefined();
  });

  it.each([
    ['https://eu-api.mimecast.com/sso/C46A75/', ['trailing-slash']],
    ['https://eu-api.mimecast.com/sso/c46a75', ['case']],
    ['https://eu-api.mimecast.com/sso/c46a75/', ['case', 'trailing-slash']],
    ['http://us-api.mimecast.com/sso/C46A75/', ['region', 'scheme', 'trailing-slash']],
    ['HTTPS://EU-API.mimecast.com/sso/C46A75', ['host-case', 'host-case']],
    ['https://eu-api.mimecast.com:443/sso/C46A75', ['default-port']],
    ['https://eu-api.mimecast.com:80/sso/C46A75', ['port']],
    [' https://eu-api.mimecast.com/sso/C46A75', ['white-space']],
    ['https://eu-api.mimecast.com/sso/\u200bC46A75', ['white-space']],
    ['https://eu-api.mimecast.com/sso/C46A75/ ', ['trailing-slash', 'white-space']],
    ['https://eu-api.mimecast.com/sso/%43%346A75', ['percent-encoding']],
    ['spn:https://eu-api.mimecast.com/sso/C46A75', ['spn-prefix']],
    ['7c1f0b62-6d1e-4d0e-9a55-0c8f5a1f8f11', ['bare-guid']],
    ['eu-api.mimecast.com.C46A75', ['generic-form']],
    ['eu-api.mimecast.com/sso/C46A75', ['scheme-missing']],
    ['', ['empty']],
  ])('%s: %j', (actual, found) => {
    expect(kinds(AZURE, actual)).toEqual(found);
  });

  it('knows the form for Entra where the other one is configured', () => {
    expect(difference('eu-api.mimecast.com.C46A75', AZURE)?.words).toBe(
      "it is Mimecast's form for Entra (https://host/sso/account code), and the other form is configured",
    );
  });

  it('compares what is no URL letter by letter', () => {
    expect(kinds('urn:a:B', 'urn:a:b')).toEqual(['case']);
    expect(kinds('abc', 'abc/')).toEqual(['trailing-slash']);
    expect(kinds('abc', 'xyz')).toEqual(['different']);
  });

  it('is made visible with carets below it', () => {
    expect(difference(AZURE, `${AZURE}/`)?.marked).toBe(
      [
        'expected  https://eu-api.mimecast.com/sso/C46A75',
        'actual    https://eu-api.mimecast.com/sso/C46A75/',
        '                                                ^',
      ].join('\n'),
    );
    expect(difference('https://a.example/x', 'http://a.example/x\u00a0')?.marked).toBe(
      ['expected  https://a.example/x', 'actual    http://a.example/x⍽', '              ^^^^^^^^^^^^^^^'].join('\n'),
    );
  });

  it('shows of two very long values the part around it', () => {
    const long = `https://a.example/${'x'.repeat(500)}`;
    const lines = difference(`${long}1`, `${long}2`)?.marked.split('\n') ?? [];
    expect(lines[0]).toMatch(/^expected {2}…x{80,}1$/);
    expect(lines[0]?.length).toBeLessThan(110);
    expect(lines[2]?.length).toBe(lines[0]?.length);
  });

  it('never throws, never lets a control character through, always names something', () => {
    const controls = fc.constantFrom('a', '/', '\u0000', '\u007f', '\u0085', '\u009b', '\u202e', '\u2066');
    const hostile = fc.oneof(anyText, fc.string({ unit: controls }));
    fc.assert(
      fc.property(hostile, hostile, (expected, actual) => {
        const found = difference(expected, actual);
        if (expected === actual) return found === undefined;
        return (
          found !== undefined &&
          found.kinds.length > 0 &&
          !/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(found.words + found.marked)
        );
      }),
    );
  });
});
