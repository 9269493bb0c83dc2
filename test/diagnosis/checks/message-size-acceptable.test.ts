import { describe, expect, it } from '@jest/globals';
import { says, tamper } from '../judged.js';

const id = 'message-size-acceptable';

describe(id, () => {
  it('right: an ordinary message', async () => {
    expect(await says(id)).toBe('pass: Size, depth and number of elements are within limits.');
  });

  it('wrong: more bytes than are read', async () => {
    expect(
      await says(
        id,
        {},
        { received: { samlResponse: undefined as never, oversize: { bytes: 52_428_800, limit: 262_144 } } },
      ),
    ).toBe('fail oversize: 52428800 bytes were sent; at most 262144 are read.');
  });

  it('wrong: more fields than any form has', async () => {
    const oversize = { bytes: 9_000, limit: 262_144, fields: 1_000 };
    expect(await says(id, {}, { received: { samlResponse: undefined as never, oversize } })).toBe(
      'fail too-many-fields: The form has more than 1,000 fields; none of them was read.',
    );
  });

  it('wrong: the text is too long', async () => {
    expect(await says(id, tamper('</samlp:Response>', `${' '.repeat(300_000)}</samlp:Response>`))).toBe(
      'fail too-large: The text is 305133 bytes long; at most 262144 are read.',
    );
  });

  it('wrong: nested too deeply', async () => {
    expect(
      await says(
        id,
        tamper(
          '<samlp:Status>',
          `<samlp:Extensions>${'<x>'.repeat(5000)}${'</x>'.repeat(5000)}</samlp:Extensions><samlp:Status>`,
        ),
      ),
    ).toBe('fail too-deep: Elements are nested more than 32 deep.');
  });

  it('wrong: too many elements', async () => {
    expect(
      await says(
        id,
        tamper('<samlp:Status>', `<samlp:Extensions>${'<x/>'.repeat(5000)}</samlp:Extensions><samlp:Status>`),
      ),
    ).toBe('fail too-many-elements: There are more than 3000 elements.');
  });

  it('wrong: too many attributes', async () => {
    expect(
      await says(
        id,
        tamper('Version="2.0"', `Version="2.0" ${Array.from({ length: 100 }, (_, i) => `a${i}=""`).join(' ')}`),
      ),
    ).toBe('fail too-many-attributes: An element has more than 64 attributes and namespace declarations.');
  });

  it('absent: nothing came', async () => {
    expect(await says(id, {}, { received: { samlResponse: undefined as never, fieldNames: [] } })).toBe(
      'blocked: Could not be checked without the decoded text.',
    );
  });

  it('twice: sent two times, nothing is read', async () => {
    expect(await says(id, {}, { received: { fieldNames: ['SAMLResponse', 'SAMLResponse'] } })).toBe(
      'blocked: Could not be checked without the decoded text.',
    );
  });
});
