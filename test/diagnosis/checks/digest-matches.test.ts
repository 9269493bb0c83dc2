import { describe, expect, it } from '@jest/globals';
import { edit, says, tamper } from '../judged.js';

const id = 'digest-matches';

describe(id, () => {
  it('right: unchanged', async () => {
    expect(await says(id)).toBe('pass: What is signed is unchanged.');
  });

  it('absent: nothing is signed', async () => {
    expect(await says(id, { sign: 'none' })).toBe('not-applicable: Nothing is signed.');
  });

  it('absent: not computed, because the reference is not sound', async () => {
    expect(await says(id, tamper(/URI="[^"]*"/, 'URI=""'))).toBe(
      'not-applicable: No digest could be computed: see the checks of the signature before this one.',
    );
  });

  it('wrong: a value was changed', async () => {
    expect(await says(id, tamper('B.Simon@contoso.com</NameID>', 'Adele.Vance@contoso.com</NameID>'))).toBe(
      'fail changed: The Assertion is not what was signed: its content was changed after signing.',
    );
  });

  it('wrong: pretty-printed', async () => {
    expect(await says(id, tamper(/<AttributeStatement>/, '\n    <AttributeStatement>'))).toBe(
      'fail white-space-removed: The Assertion is not what was signed: it was re-indented (pretty-printed) after signing; nothing else changed.',
    );
  });

  it('wrong: line ends changed', async () => {
    expect(
      await says(id, {
        ...edit('<AttributeStatement>', '\n<AttributeStatement>'),
        ...tamper('\n<AttributeStatement>', '&#13;\n<AttributeStatement>'),
      }),
    ).toBe(
      'fail line-ends-normalized: The Assertion is not what was signed: only its line ends were changed after signing (CRLF against LF).',
    );
  });

  it('wrong: re-encoded', async () => {
    expect(
      await says(id, { ...edit('B. Simon<', 'B. Sim\u00f3n<'), ...tamper('Sim\u00f3n', 'Sim\u00c3\u00b3n') }),
    ).toBe(
      'fail other-encoding: The Assertion is not what was signed: its characters were re-encoded after signing (UTF-8 read as Latin-1).',
    );
  });

  it('twice: the Response was changed, the assertion in it was not', async () => {
    expect(await says(id, { sign: 'both', ...tamper('Destination="https://eu', 'Destination="https://us') })).toBe(
      'fail changed: The Response is not what was signed: its content was changed after signing. What the signature on the Assertion covers is unchanged.',
    );
  });
});
