import { describe, expect, it } from '@jest/globals';
import { edit, says } from '../judged.js';

const id = 'in-response-to-consistent';

describe(id, () => {
  it('right: the same on both', async () => {
    expect(await says(id)).toBe('pass: Response and assertion answer the same request.');
  });

  it('wrong: two requests', async () => {
    expect(await says(id, edit(/(<SubjectConfirmationData[^>]*InResponseTo=")[^"]*/, '$1_other'))).toBe(
      'fail differs: The Response answers _5a2f1c0e9b8d47c6a3f0, the assertion in it answers _other.',
    );
  });

  it('wrong: the assertion names none (a graft)', async () => {
    expect(await says(id, edit(/(<SubjectConfirmationData) InResponseTo="[^"]*"/, '$1'))).toBe(
      'fail only-on-response: The Response says it answers _5a2f1c0e9b8d47c6a3f0, but the assertion in it names no request: it may have been made for no request at all.',
    );
  });

  it('wrong: the Response names none', async () => {
    expect(await says(id, edit(/ InResponseTo="[^"]*"/, ''))).toBe(
      'fail only-in-assertion: The assertion answers _5a2f1c0e9b8d47c6a3f0, but the Response around it names no request.',
    );
  });

  it('wrong: the Response names none, and the requests are not known', async () => {
    expect(await says(id, edit(/ InResponseTo="[^"]*"/, ''), { correlation: { requestId: undefined as never } })).toBe(
      'warning only-in-assertion: The assertion answers _5a2f1c0e9b8d47c6a3f0, but the Response around it names no request.',
    );
  });

  it('absent: neither names one', async () => {
    expect(await says(id, { unsolicited: true })).toBe('not-applicable: Neither names a request.');
  });

  it('absent: no confirmation data', async () => {
    expect(await says(id, edit(/<SubjectConfirmationData[^>]*>/, ''))).toBe(
      'not-applicable: There is no bearer confirmation data to compare with: see bearer-confirmation-present.',
    );
  });

  it('twice: of two confirmations the good one counts', async () => {
    expect(
      await says(
        id,
        edit(
          /<SubjectConfirmation .*<\/SubjectConfirmation>/,
          '<SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><SubjectConfirmationData InResponseTo="_other"/></SubjectConfirmation>$&',
        ),
      ),
    ).toBe('pass: Response and assertion answer the same request.');
  });
});
