/** What a test author may write with jest, and what not. Checked by tsc alone (test/testing/types.test.ts). */
import { expect } from '@jest/globals';
import type { AnsweredLogin } from '../../../src/logins/login.js';
import '../../../src/testing/jest.js';

export async function matchersAsJestSeesThem(login: AnsweredLogin): Promise<void> {
  expect(login).toBeAccepted();
  const later: Promise<void> = expect(Promise.resolve(login)).resolves.toBeRejectedBecause('audience-matches');
  await later;
  expect(login).not.toFailOnlyChecks(['audience-matches']);
  expect(login).toHaveNameId('B.Simon@contoso.com', 'emailAddress');
  expect(login).toHaveClaim('groups', ['one', 'two']);
  expect(login).toSatisfyContract({ claims: { groups: 'required', surname: { equals: 'Simon' } } });
  // @ts-expect-error: a check has a name, not a number
  expect(login).toBeRejectedBecause(7);
  // @ts-expect-error: a list of checks
  expect(login).toFailOnlyChecks('audience-matches');
  // @ts-expect-error: no contract has that word
  expect(login).toSatisfyContract({ claims: { groups: 'wanted' } });
  // @ts-expect-error: no matcher of that name
  expect(login).toBeRefused();
}
