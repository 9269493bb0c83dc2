import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'user-in-directory';

describe(id, () => {
  it('right: it is there', async () => {
    expect(
      await says(
        id,
        {},
        { directory: { match: { email: 'b.simon@contoso.com' }, domains: ['contoso.com'], addressCount: 3 } },
      ),
    ).toBe('pass: b.simon@contoso.com is in the internal directory.');
  });

  it('wrong: its domain is not internal', async () => {
    expect(await says(id, {}, { directory: { domains: ['fabrikam.com'], addressCount: 3 } })).toBe(
      'fail unknown-domain: B.Simon@contoso.com is not in the internal directory: contoso.com is not an internal domain (there is fabrikam.com).',
    );
  });

  it('wrong: a similar address is there', async () => {
    expect(
      await says(id, {}, { directory: { nearest: 'b.simons@contoso.com', domains: ['contoso.com'], addressCount: 3 } }),
    ).toBe(
      'fail near-miss: B.Simon@contoso.com is not in the internal directory; the nearest address there is b.simons@contoso.com.',
    );
  });

  it('wrong: it is not there', async () => {
    expect(await says(id, {}, { directory: { domains: ['contoso.com'], addressCount: 3 } })).toBe(
      'fail unknown: B.Simon@contoso.com is not in the internal directory, which holds 3 addresses.',
    );
  });

  it('wrong: there is no internal domain', async () => {
    expect(await says(id, {}, { directory: { domains: [], addressCount: 0 } })).toBe(
      'fail unknown-domain: B.Simon@contoso.com is not in the internal directory: contoso.com is not an internal domain (there is none).',
    );
  });

  it('wrong: no address, no domain', async () => {
    expect(
      await says(id, edit(/(<NameID[^>]*>)[^<]*/, '$1bsimon'), {
        directory: { domains: ['contoso.com'], addressCount: 3 },
      }),
    ).toBe('fail unknown-domain: bsimon is not in the internal directory: it has no domain (there is contoso.com).');
  });

  it('absent: no NameID', async () => {
    expect(
      await says(id, edit(/<NameID.*<\/NameID>/, ''), { directory: { domains: ['contoso.com'], addressCount: 3 } }),
    ).toBe('not-applicable: There is no NameID: see name-id-present.');
  });

  it('absent: nobody knows the directory offline', async () => {
    expect(await says(id, {})).toBe(
      'not-applicable: The internal directory is known only to a running service provider.',
    );
  });

  it('twice: the first NameID is looked up', async () => {
    expect(
      await says(id, edit('<NameID', '<NameID>x@contoso.com</NameID><NameID'), {
        directory: { domains: ['contoso.com'], addressCount: 1 },
      }),
    ).toBe('fail unknown: x@contoso.com is not in the internal directory, which holds 1 address.');
  });
});
