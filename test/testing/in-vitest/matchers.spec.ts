/** Run by vitest in a process of its own (test/testing/vitest.test.ts); the last four are meant to fail. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AnsweredLogin, createHarness, type Harness } from '../../../src/index.js';
import '../../../src/testing/vitest.js';

let harness: Harness;
let good: AnsweredLogin;
let refused: AnsweredLogin;
beforeAll(async () => {
  harness = await createHarness();
  good = await harness.signIn();
  refused = await harness.signIn({ faults: ['wrong-audience'] });
});
afterAll(() => harness.stop());

describe('holds', () => {
  it('every matcher', () => {
    expect(good).toBeAccepted();
    expect(refused).toBeRejectedBecause('audience-matches');
    expect(refused).toFailOnlyChecks(['audience-matches']);
    expect(good).toHaveNameId('B.Simon@contoso.com', 'emailAddress');
    expect(good).toHaveClaim('surname', 'Simon');
    expect(good).toSatisfyContract({ claims: { emailaddress: { count: 1 } } });
  });

  it('every matcher with .not', () => {
    expect(refused).not.toBeAccepted();
    expect(good).not.toBeRejectedBecause('audience-matches');
    expect(refused).not.toFailOnlyChecks([]);
    expect(good).not.toHaveNameId('somebody@contoso.com');
    expect(good).not.toHaveClaim('groups');
    expect(good).not.toSatisfyContract({ claims: { groups: 'required' } });
  });
});

describe('fails', () => {
  it('refused', () => expect(refused).toBeAccepted());
  it('accepted', () => expect(good).not.toBeAccepted());
  it('contract', () => expect(good).toSatisfyContract({ claims: { groups: 'required' } }));
  it('snapshot', () => expect(good).toMatchInlineSnapshot(`"another login"`));
});
