import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHarness } from 'saml-rehearsal';

let harness;
beforeAll(async () => {
  harness = await createHarness();
});
afterAll(() => harness.stop());

test('B. Simon signs in with the claims Mimecast needs', async () => {
  const login = await harness.signIn({ user: 'B.Simon@contoso.com' });
  expect(login).toBeAccepted();
  expect(login).toHaveNameId('B.Simon@contoso.com', 'emailAddress');
  expect(login).toHaveClaim('surname', 'Simon');
});

test('a response for another service provider is refused, and for no other reason', async () => {
  const login = await harness.signIn({ faults: ['wrong-audience'] });
  expect(login).toBeRejectedBecause('audience-matches');
  expect(login).toFailOnlyChecks(['audience-matches']);
});

test('the claims keep their contract', async () => {
  expect(await harness.signIn()).toSatisfyContract({
    nameId: { format: 'emailAddress', pattern: '@contoso\\.com$', equalsClaim: 'emailaddress' },
    claims: { emailaddress: { count: 1 }, givenname: 'required' },
  });
});
