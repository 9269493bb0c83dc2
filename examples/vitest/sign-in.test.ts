import { createHarness, createResponse, diagnose, replayLogin } from 'saml-rehearsal';
import { expect, test } from 'vitest';

test('Lidia Holloway signs in', async () => {
  await using harness = await createHarness();
  const login = await harness.signIn({ user: 'Lidia.Holloway@contoso.com' });
  expect(login).toBeAccepted();
  expect(login).toHaveNameId('Lidia.Holloway@contoso.com');
});

test('the next login lacks its e-mail claim', async () => {
  await using harness = await createHarness();
  harness.entra.enqueue({ faults: ['email-claim-missing'] });
  expect(await harness.signIn()).not.toHaveClaim('emailaddress');
});

test('a record is a fixture that does not expire', async () => {
  await using harness = await createHarness();
  await harness.signIn();
  const { difference, login } = await replayLogin(await harness.logins.export());
  expect(difference).toBe('');
  expect(login).toBeAccepted();
});

test('a response for the tests of another service provider', async () => {
  const serviceProvider = { entityId: 'https://sp.test/saml', assertionConsumerServiceUrl: 'https://sp.test/acs' };
  const { samlResponse, identityProvider } = await createResponse({ serviceProvider, faults: ['expired'] });
  const diagnosis = await diagnose(samlResponse, { serviceProvider, identityProvider });
  expect(diagnosis).not.toBeAccepted();
});
