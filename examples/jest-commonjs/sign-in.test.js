const { afterAll, beforeAll, expect, test } = require('@jest/globals');

let harness;
beforeAll(async () => {
  // The package is ESM; jest's require() does not take that, import() does.
  const { createHarness } = await import('saml-rehearsal');
  harness = await createHarness();
});
afterAll(() => harness.stop());

test('Adele Vance signs in from My Apps', async () => {
  const login = await harness.signIn({ user: 'Adele.Vance@contoso.com', flow: 'idp-initiated' });
  expect(login).toBeAccepted();
  expect(login).toHaveClaim('name', 'Adele.Vance@contoso.com');
});

test('an unsigned response is refused', async () => {
  expect(await harness.signIn({ faults: ['unsigned'] })).toBeRejectedBecause('signature-present');
});
