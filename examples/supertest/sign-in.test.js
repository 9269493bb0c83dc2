import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHarness, createResponse } from 'saml-rehearsal';
import supertest from 'supertest';

test('what the service provider answers to a response it cannot trust', async () => {
  const harness = await createHarness();
  const { samlResponse } = await createResponse();
  await supertest(harness.app)
    .post('/login/saml')
    .type('form')
    .send({ SAMLResponse: samlResponse })
    .expect(403)
    .expect(/logins\//);
  const [login] = (await harness.logins.list()).logins;
  assert.equal(login.accepted, false);
  assert.equal(login.verified, false);
  await harness.stop();
});

test('its metadata', async () => {
  const harness = await createHarness();
  await supertest(harness.app)
    .get('/sso/C46A75')
    .expect('Content-Type', /samlmetadata\+xml/)
    .expect(200);
  await harness.stop();
});
