import { describe, expect, it } from '@jest/globals';
import { edit, says, tamper } from '../judged.js';

const id = 'one-assertion';

describe(id, () => {
  it('right: one', async () => {
    expect(await says(id)).toBe('pass: There is exactly one assertion, directly in the Response.');
  });

  it('right: another one inside Advice is ignored', async () => {
    expect(
      await says(
        id,
        edit(
          '<AttributeStatement>',
          '<Advice><Assertion ID="_other" Version="2.0" IssueInstant="2026-03-02T09:15:00Z"><Issuer>x</Issuer></Assertion></Advice><AttributeStatement>',
        ),
      ),
    ).toBe('pass: There is exactly one assertion, directly in the Response.');
  });

  it('absent: none', async () => {
    expect(await says(id, { plan: (plan) => ({ ...plan, assertions: [] }), sign: 'none' })).toBe(
      'fail none: The Response holds no assertion, although its status is Success.',
    );
  });

  it('absent: none is needed when the status is no success', async () => {
    expect(
      await says(id, {
        plan: (plan) => ({
          ...plan,
          assertions: [],
          status: { codes: ['urn:oasis:names:tc:SAML:2.0:status:Responder'] },
        }),
        sign: 'none',
      }),
    ).toBe('not-applicable: An answer without success need not hold an assertion.');
  });

  it('twice: two', async () => {
    expect(
      await says(id, {
        plan: (plan) => ({
          ...plan,
          assertions: [...plan.assertions, ...plan.assertions.map((one) => ({ ...one, id: '_second' }))],
        }),
      }),
    ).toBe('fail several: The Response holds 2 assertions; exactly one is expected.');
  });

  it('wrong: one in Extensions besides', async () => {
    expect(
      await says(
        id,
        tamper(
          '<samlp:Status>',
          '<samlp:Extensions><Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID="_x"/></samlp:Extensions><samlp:Status>',
        ),
      ),
    ).toBe('fail misplaced: An assertion stands inside Extensions, where none belongs, beside the one in its place.');
  });

  it('wrong: another namespace', async () => {
    expect(
      await says(
        id,
        tamper(/<Assertion([^>]*)xmlns="[^"]*"/, '<Assertion$1xmlns="urn:oasis:names:tc:SAML:1.0:assertion"'),
      ),
    ).toBe(
      'fail foreign-namespace: An element named Assertion is in the namespace urn:oasis:names:tc:SAML:1.0:assertion, which is not that of SAML 2.0 assertions.',
    );
  });
});
